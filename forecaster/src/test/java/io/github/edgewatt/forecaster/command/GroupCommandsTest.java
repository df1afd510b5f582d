package io.github.edgewatt.forecaster.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.cluster.SoloFiles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GroupCommandsTest {
  @TempDir private Path folder;
  private Path solo;
  private Path list;

  @BeforeEach
  void measure() throws Exception {
    solo = SoloFiles.fiveFunctions(folder.resolve("solo"));
    list = folder.resolve("group_list.json");
  }

  @Test
  void clusterWritesListNamesAndModelAndPrintsWhatLedToThem() {
    String out = cluster("--k", "3");
    assertThat(list)
        .hasContent(
            "{\"0\": [\"dear-a\", \"dear-b\"], \"1\": [\"cheap-a\", \"cheap-b\"],"
                + " \"2\": [\"middling\"]}");
    assertThat(folder.resolve("group_list.names.json"))
        .hasContent(
            "{\"HIGH_USAGE\": [\"dear-a\", \"dear-b\"], \"LOW_USAGE\": [\"cheap-a\","
                + " \"cheap-b\"], \"MEDIUM_USAGE\": [\"middling\"]}");
    assertThat(folder.resolve("group_model.json")).content().contains("\"why\" : \"--k 3\"");
    assertThat(out)
        .containsPattern("middling +MEDIUM +\\d\\d\\.")
        .contains("CPU ms/req    mJ/req  memory MB   base ms  knee /s      dist")
        .contains("k    silhouette   stability  distortion")
        .contains("3 groups: --k 3")
        .contains("principal component")
        .contains("5 functions: with fewer than 8 the groups are a guess")
        .contains("group_list.json, group_model.json, group_list.names.json");
    assertThat(out.lines()).allMatch(line -> line.length() <= 100 || line.startsWith("wrote"));
  }

  @Test
  void clusterWritesTheKeysAskedForAndKeepsTheEarlierList() {
    cluster("--k", "3");
    cluster("--k", "2", "--keys", "both", "--vector", "marginal");
    assertThat(list).content().contains("\"0\"", "\"1\"", "\"HIGH_USAGE\"", "\"LOW_USAGE\"");
    assertThat(folder.resolve("group_list.json.1")).content().contains("\"2\": [\"middling\"]");
    assertThat(folder.resolve("group_list.names.json"))
        .content()
        .contains("\"HIGH_USAGE\"", "\"LOW_USAGE\"")
        .doesNotContain("MEDIUM_USAGE");
  }

  @Test
  void clusterDrawsWhatLedToTheGroups() throws Exception {
    Path plots = folder.resolve("plots");
    assertThat(cluster("--k", "3", "--plots", plots.toString())).contains("groups.html");
    assertThat(plots.resolve("groups.html"))
        .content()
        .contains(
            "5 functions fall into 3 groups: HIGH (dear-a, dear-b), LOW (cheap-a, cheap-b), MEDIUM"
                + " (middling).")
        .contains("Functions alone and their groups", "How many groups: --k 3", "<svg");
    try (Stream<Path> files = Files.list(plots)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".svg"))
          .hasSizeGreaterThanOrEqualTo(3 + 5 * 5)
          .anyMatch(name -> name.contains("map"))
          .anyMatch(name -> name.contains("silhouette"))
          .anyMatch(name -> name.contains("variance"));
    }
    assertThat(cluster("--vector", "marginal", "--plots", plots.toString()))
        .contains("groups.html");
  }

  @Test
  void wrongWordsAreRefused() {
    Ran ran = run(new ClusterCommand(), solo, "--vector", "magic");
    assertThat(ran.status).isEqualTo(2);
    assertThat(ran.err).contains("'magic' is none of upstream, marginal");
    assertThat(run(new ClusterCommand(), folder.resolve("none"), "-o", list).failure)
        .isInstanceOf(DatasetException.class);
  }

  @Test
  void predictProfileAddsANewFunctionAndKeepsTheEarlierList() throws Exception {
    cluster("--k", "3");
    String before = Files.readString(list);
    Path fresh = SoloFiles.write(folder.resolve("new"), "thumbnail", 59);
    String dry = predict(fresh, "--dry-run");
    assertThat(dry)
        .containsPattern(
            "^thumbnail → MEDIUM   distance 0\\.\\d\\d \\(group radius 0\\.00\\), next LOW at"
                + " \\d+\\.\\d\\d   not novel\n")
        .contains("group_list.json: would be added to MEDIUM");
    assertThat(list).hasContent(before);
    assertThat(predict(fresh))
        .contains("group_list.json: added to MEDIUM (previous version kept as group_list.json.1)");
    assertThat(list).content().endsWith("\"2\": [\"middling\", \"thumbnail\"]}");
    assertThat(folder.resolve("group_list.names.json"))
        .content()
        .contains("\"MEDIUM_USAGE\": [\"middling\", \"thumbnail\"]");
    assertThat(folder.resolve("group_list.json.1")).hasContent(before);
    assertThat(predict(fresh)).contains("already in MEDIUM, unchanged").doesNotContain("kept as");
    assertThat(folder.resolve("group_list.json.2")).doesNotExist();
  }

  @Test
  void predictProfileMovesAFunctionOutOfItsFormerGroup() throws Exception {
    cluster("--k", "3");
    Files.writeString(list, "{\"0\": [\"cheap-a\"], \"1\": [], \"2\": []}");
    assertThat(predict(solo, "--function", "cheap-a")).contains("moved from HIGH to LOW");
    assertThat(list).hasContent("{\"0\": [], \"1\": [\"cheap-a\"], \"2\": []}");
  }

  @Test
  void predictProfileSaysItAllAsJsonAndWarnsOfTheNovel() throws Exception {
    cluster("--k", "3", "--vector", "marginal");
    Path monster = SoloFiles.write(folder.resolve("new"), "monster", 9000);
    JsonNode json = new JsonMapper().readTree(predict(monster, "--json"));
    assertThat(json.path("group").asText()).isEqualTo("HIGH");
    assertThat(json.path("novel").asBoolean()).isTrue();
    assertThat(json.path("distance").asDouble()).isGreaterThan(json.path("reach").asDouble());
    assertThat(json.path("margin").asDouble())
        .isEqualTo(json.path("second_distance").asDouble() - json.path("distance").asDouble());
    assertThat(json.path("previous").isNull()).isTrue();
    assertThat(predict(monster).lines())
        .hasSize(5)
        .anyMatch(line -> line.endsWith("   novel"))
        .contains("no grouped function is like it: group anew with bin/forecaster cluster")
        .contains("not told by its measurements: memory_slope, latency_growth, knee")
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void predictProfileSaysWhatItLacks() throws Exception {
    cluster("--k", "3");
    assertThat(failure(solo, "--groups", list))
        .endsWith(
            "holds several functions: name one with --function: cheap-a, cheap-b, dear-a, dear-b,"
                + " middling");
    Files.delete(folder.resolve("group_model.json"));
    Path one = SoloFiles.write(folder.resolve("new"), "thumbnail", 59);
    assertThat(failure(one, "--groups", list)).endsWith("group_model.json: no such file or folder");
  }

  private String failure(Object... arguments) {
    Exception failure = run(new PredictProfileCommand(), arguments).failure;
    assertThat(failure).isInstanceOf(DatasetException.class);
    assertThat(failure.getMessage().lines()).hasSize(1);
    return failure.getMessage();
  }

  @Test
  void filesThatAreNotWholeJsonAreBadInput() throws Exception {
    cluster("--k", "3");
    for (Path file : List.of(list, folder.resolve("group_model.json"))) {
      byte[] before = Files.readAllBytes(file);
      Files.writeString(file, "{\"0\": [\"cheap-a\"");
      CommandLineRun run =
          CommandLineRun.of(
              "predict-profile", solo.toString(), "--function", "middling", "--groups", "" + list);
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).hasSize(1).first().asString().contains("is damaged: it is not whole");
      Files.write(file, before);
    }
  }

  private String cluster(String... options) {
    Object[] arguments = new Object[options.length + 3];
    arguments[0] = solo;
    arguments[1] = "-o";
    arguments[2] = list;
    System.arraycopy(options, 0, arguments, 3, options.length);
    return well(run(new ClusterCommand(), arguments));
  }

  private String predict(Path measured, String... options) {
    Object[] arguments = new Object[options.length + 3];
    arguments[0] = measured;
    arguments[1] = "--groups";
    arguments[2] = list;
    System.arraycopy(options, 0, arguments, 3, options.length);
    return well(run(new PredictProfileCommand(), arguments));
  }

  private static String well(Ran ran) {
    assertThat(ran.failure).isNull();
    assertThat(ran.status).isZero();
    return ran.out;
  }

  private static Ran run(Object command, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Exception[] failure = new Exception[1];
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    line.setExecutionExceptionHandler(
        (e, unused, parsed) -> {
          failure[0] = e;
          return 1;
        });
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    return new Ran(line.execute(words), out.toString(), err.toString(), failure[0]);
  }

  private record Ran(int status, String out, String err, Exception failure) {}
}
