package io.github.edgewatt.forecaster.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.edgewatt.forecaster.cluster.SoloFiles;
import io.github.edgewatt.forecaster.model.RandomModels;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.model.file.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictProfileForecastTest {
  @TempDir private Path folder;
  private Path list;
  private Path model;
  private Path thumbnail;

  @BeforeEach
  void group() throws Exception {
    list = folder.resolve("group_list.json");
    model = folder.resolve("model.json");
    thumbnail = SoloFiles.write(folder.resolve("new"), "thumbnail", 3);
    cluster(SoloFiles.fiveFunctions(folder.resolve("solo")));
  }

  @Test
  void saysWhatNodesBecomeAndChangesNoModel() throws Exception {
    ModelFile.write(model, new RandomModels(1).complete(5, 9));
    byte[] before = Files.readAllBytes(model);
    CommandLineRun run = well(predict(thumbnail));
    assertThat(run.out())
        .contains("what nodes become with thumbnail alone, by model.json; CPU in % of one core")
        .anyMatch(line -> line.matches("LIGHT +0 .*"))
        .anyMatch(line -> line.matches("HEAVY +60 .*"))
        .anyMatch(line -> line.startsWith("highest safe thumbnail rate alone on MID: "))
        .contains("novel: thumbnail is known from running alone, from no mix")
        .contains(
            "nothing tells where thumbnail was measured alone: taken as 6 cores like the model's"
                + " functions")
        .last()
        .isEqualTo(model + ": unchanged (--save-model keeps thumbnail in it)");
    assertThat(run.out())
        .filteredOn(line -> !line.contains(folder.toString()))
        .allMatch(line -> line.length() <= 100);
    assertThat(model).hasBinaryContent(before);
    assertThat(list).content().contains("\"thumbnail\"");
  }

  @Test
  void keepsTheFunctionInTheModelWhereAsked() throws Exception {
    ModelFile.write(model, new RandomModels(2).complete(5, 9));
    well(predict(thumbnail, "--save-model"));
    CommandLineRun again = well(predict(thumbnail, "--save-model"));
    assertThat(again.out()).last().isEqualTo(model + ": now holds thumbnail, MODEL.md too");
    assertThat(again.out()).noneMatch(line -> line.contains("take the place"));
    TrainedModel saved = ModelFile.read(model);
    assertThat(saved.profiles().of("thumbnail").highestRate()).isEqualTo(60);
    assertThat(saved.header().notes())
        .containsOnlyOnce("thumbnail: added by predict-profile from 3 rates alone up to 60/s");
    assertThat(folder.resolve("MODEL.md")).content().contains("thumbnail");
    CommandLineRun asked =
        CommandLineRun.of(
            "predict",
            "--model",
            model.toString(),
            "--node-type",
            "MID",
            "--rates",
            "thumbnail=20");
    assertThat(well(asked).out())
        .contains("novel: thumbnail is known from running alone, from no mix");
  }

  @Test
  void aModelOfGroupsAnswersByTheGroupsRate() throws Exception {
    ModelFile.write(model, new RandomModels(3).groups());
    JsonNode json = json(predict(thumbnail, "--json", "--save-model"));
    assertThat(json.path("group").asText()).isEqualTo("LOW");
    JsonNode forecast = json.path("forecast");
    assertThat(forecast.path("why_none").isNull()).isTrue();
    assertThat(forecast.path("saved").asBoolean()).isTrue();
    JsonNode cpu = forecast.at("/nodes/0/forecasts/1/targets/cpu/value");
    JsonNode env =
        json(
            CommandLineRun.of(
                "predict",
                "--model",
                model.toString(),
                "--node-type",
                "MID",
                "--rates",
                "env=20",
                "--json"));
    assertThat(cpu.asDouble()).isPositive().isEqualTo(env.at("/targets/cpu/value").asDouble());
    assertThat(forecast.at("/nodes/0/forecasts/1/novel").asBoolean()).isTrue();
    var space = ModelFile.read(model).rates().orElseThrow();
    assertThat(space.columnOf()).containsEntry("thumbnail", space.columnOf().get("env"));
  }

  @Test
  void aGroupTheModelLacksIsToldInALine() throws Exception {
    ModelFile.write(model, new RandomModels(4).groups());
    Path middling = SoloFiles.write(folder.resolve("new"), "resize", 59);
    String why =
        "the model has no group MEDIUM: train it with --features groups --groups and this list";
    assertThat(well(predict(middling)).out()).last().isEqualTo("node forecasts: " + why);
    String before = Files.readString(list);
    CommandLineRun refused = predict(SoloFiles.write(folder, "crop", 59), "--save-model");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).singleElement().asString().contains(why);
    assertThat(list).hasContent(before);
  }

  @Test
  void costsOfAnotherKindOfNodeAreNotMixedIn() throws Exception {
    ModelFile.write(model, new RandomModels(5).complete(5, 9));
    assertThat(well(predict(thumbnail, "--solo-node-type", "LIGHT")).out())
        .last()
        .isEqualTo(
            "node forecasts: thumbnail was measured alone on LIGHT (2 cores), the model's functions"
                + " on 6: measure it there");
    assertThat(well(predict(thumbnail, "--solo-node-type", "HEAVY")).out())
        .noneMatch(line -> line.startsWith("nothing tells"))
        .anyMatch(line -> line.startsWith("what nodes become with thumbnail"));
  }

  @Test
  void withoutAModelItSaysHowToGetOne() throws Exception {
    assertThat(well(predict(thumbnail, "--dry-run")).out())
        .last()
        .isEqualTo(
            "node forecasts: no model.json here; make one with bin/forecaster train DATA -o"
                + " model.json");
    JsonNode json = json(predict(thumbnail, "--dry-run", "--json"));
    assertThat(json.at("/forecast/why_none").asText()).startsWith("no model.json here");
    Files.writeString(model, "{\"model\": ");
    assertThat(well(predict(thumbnail, "--dry-run")).out())
        .last()
        .asString()
        .contains("model.json");
    assertThat(predict(thumbnail, "--forecast-model", model.toString()).status()).isEqualTo(2);
    assertThat(predict(thumbnail, "--forecast-model", folder + "/none.json").err())
        .singleElement()
        .asString()
        .contains("no model file " + folder.resolve("none.json") + "; make one with");
    assertThat(predict(thumbnail, "--save-model", "--dry-run").err())
        .singleElement()
        .asString()
        .contains("--dry-run writes nothing");
    assertThat(list).content().doesNotContain("thumbnail");
  }

  @Test
  void aPublishedFunctionThatWasLeftOutIsForecastByItsGroup() throws Exception {
    Path published = published();
    Path others = Files.createDirectories(folder.resolve("others"));
    Path shasum = null;
    try (Stream<Path> files = Files.list(published)) {
      for (Path file : files.toList()) {
        if (file.toString().endsWith("shasum.csv")) {
          shasum = file;
        } else {
          Files.copy(file, others.resolve(file.getFileName()));
        }
      }
    }
    Files.delete(list);
    cluster(others);
    ModelFile.write(model, new RandomModels(6).groups());
    JsonNode json = json(predict(shasum, "--json"));
    assertThat(json.path("group").asText()).isEqualTo("LOW");
    JsonNode forecasts = json.at("/forecast/nodes/0/forecasts");
    assertThat(forecasts).hasSize(5);
    assertThat(forecasts.at("/4/rate").asDouble()).isEqualTo(200);
    assertThat(forecasts.at("/4/novel").asBoolean()).isTrue();
  }

  private static Path published() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path solo = at.resolveSibling("shared").resolve("data/dfaas/solo");
      if (Files.isDirectory(solo)) {
        return solo;
      }
    }
    assumeThat(false).as("skipped: no DFaaS measurements in ../shared/data/dfaas").isTrue();
    throw new AssertionError();
  }

  private void cluster(Path solo) {
    well(CommandLineRun.of("cluster", solo.toString(), "--k", "3", "-o", list.toString()));
  }

  private CommandLineRun predict(Path measured, String... options) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("predict-profile", measured.toString(), "--groups", list.toString()));
    words.addAll(List.of(options));
    return CommandLineRun.of(words.toArray(String[]::new));
  }

  private static CommandLineRun well(CommandLineRun run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return run;
  }

  private static JsonNode json(CommandLineRun run) throws IOException {
    return new JsonMapper().readTree(String.join("\n", well(run).out()));
  }
}
