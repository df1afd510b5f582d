package io.github.edgewatt.forecaster.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.FunctionTarget;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.model.file.ModelFile;
import io.github.edgewatt.forecaster.model.train.SyntheticMixes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningCommandsTest {
  @TempDir private Path folder;
  private Mixes mixes;

  @BeforeEach
  void measure() throws IOException {
    mixes = new Mixes(folder).solo().campaign("mixes", 8);
  }

  private TrainedModel model(String name) throws Exception {
    return ModelFile.read(folder.resolve(name));
  }

  @Test
  void trainWritesAModelAndItsCardAndSaysHowItWasMade() throws Exception {
    assertThat(mixes.run("train", "@mixes", "--solo", "@solo", "-o", "@m.json")).isZero();
    assertThat(mixes.err()).isEmpty();
    assertThat(mixes.out())
        .contains("data      64 rows of")
        .containsPattern("learnt    cpu: .* \\(R2 physics \\d")
        .contains("learnt    functions' own figures: forest (R2 cpu ")
        .containsPattern("took      [0-9.]+ s for choosing learners, [0-9.]+ s for the model")
        .contains("MODEL.md")
        .containsPattern(
            "next      bin/forecaster predict --model .*m.json --node-type HEAVY --rates ant=\\d+,bee=");
    TrainedModel model = model("m.json");
    assertThat(model.targets()).containsKeys(Target.values());
    assertThat(model.functionTargets()).containsKeys(FunctionTarget.values());
    assertThat(folder.resolve("MODEL.md")).content().contains("# m.json");
    String sum = model.header().dataHash();
    assertThat(mixes.run("train", "@mixes", "--solo", "@solo", "-o", "@m.json", "--no-functions"))
        .isZero();
    assertThat(model("m.json").functionTargets()).isEmpty();
    assertThat(model("m.json").header().dataHash()).isEqualTo(sum);
    assertThat(model("m.json").physics()).isEqualTo(model.physics());
  }

  @Test
  void trainLearnsFromRatesToo() throws Exception {
    assertThat(mixes.run("train", "@mixes", "--features", "functions", "-o", "@f.json")).isZero();
    assertThat(model("f.json").space().names()).contains("rate_function_ant", "node_type");
    assertThat(
            mixes.run(
                "train", "@mixes", "--solo", "@solo", "--features", "groups", "-o", "@g.json"))
        .isZero();
    assertThat(model("g.json").space().names())
        .contains("rate_group_HIGH_USAGE", "rate_group_LOW_USAGE", "rate_group_MEDIUM_USAGE");
    Files.writeString(folder.resolve("list.json"), "{\"0\": [\"ant\"], \"1\": [\"bee\", \"cat\"]}");
    assertThat(
            mixes.run(
                "train",
                "@mixes",
                "--features",
                "groups",
                "--groups",
                "@list.json",
                "-o",
                "@h.json"))
        .isZero();
    assertThat(model("h.json").space().names())
        .containsExactly("rate_group_0_USAGE", "rate_group_1_USAGE", "node_type");
  }

  @Test
  void calibrateAddsAKindOfNode() throws Exception {
    mixes.write("light/LIGHT", mixes.made.mixes(SyntheticMixes.LIGHT, 10, 2, "ant", "bee", "cat"));
    mixes.run("train", "@mixes", "--solo", "@solo", "-o", "@m.json", "--no-functions");
    assertThat(mixes.run("calibrate", "--model", "@m.json", "@light", "-o", "@c.json"))
        .as(mixes.err())
        .isZero();
    TrainedModel calibrated = model("c.json");
    NodeType light = NodeType.ofCores(2);
    assertThat(calibrated.adaptations()).containsOnlyKeys(light);
    assertThat(calibrated.nodes()).containsKey(light);
    assertThat(calibrated.header().notes())
        .anyMatch(note -> note.startsWith("LIGHT: calibrated with "));
    assertThat(model("m.json").adaptations()).isEmpty();
    assertThat(mixes.run("calibrate", "--model", "@m.json", "@mixes")).isEqualTo(2);
    assertThat(mixes.err().lines()).hasSize(1);
    assertThat(mixes.err()).contains("MID, HEAVY: the model was trained on it already");
    assertThat(mixes.run("calibrate", "--model", "@c.json", "@light", "@mixes")).isZero();
    assertThat(mixes.out()).contains("left out  MID, HEAVY").contains("adapted   LIGHT");
  }

  @Test
  void evaluatePrintsTablesAndWritesEveryScore() throws Exception {
    assertThat(
            mixes.run(
                "evaluate",
                "--train",
                "@mixes",
                "--solo",
                "@solo",
                "--models",
                "ridge,groups,functions,idle",
                "--json",
                "@s.json",
                "--plots",
                "@plots"))
        .isZero();
    assertThat(mixes.err()).contains("ridge  HEAVY ant+bee+cat: cpu R2");
    assertThat(mixes.out())
        .contains("split     by combination, 4 rounds")
        .contains("  repeat noise allows")
        .contains("MAE       mean absolute error");
    JsonNode json = new ObjectMapper().readTree(folder.resolve("s.json").toFile());
    assertThat(json.path("models")).hasSize(4);
    JsonNode ridge = json.path("models").path(0);
    assertThat(ridge.path("pooled").path("cpu").path("r2").asDouble()).isGreaterThan(0);
    assertThat(ridge.path("rounds")).hasSize(4);
    assertThat(ridge.path("groups").path("MID bee+dog").path("cpu").path("points").asInt())
        .isEqualTo(16);
    assertThat(folder.resolve("plots/evaluation.html")).exists();
  }

  @Test
  void evaluateOnATestFolderLearnsNothingOfIt() throws Exception {
    mixes.write("light", mixes.made.mixes(SyntheticMixes.LIGHT, 10, 2, "ant", "bee", "cat"));
    assertThat(
            mixes.run(
                "evaluate",
                "--train",
                "@mixes",
                "--solo",
                "@solo",
                "--test",
                "@light",
                "--node-type",
                "LIGHT",
                "--calibrate",
                "4",
                "--models",
                "profiles,idle"))
        .isZero();
    assertThat(mixes.out())
        .contains("configurations on LIGHT")
        .contains("LIGHT is not learnt: calibrated with 4 configurations drawn from its 10");
    assertThat(
            mixes.run(
                "evaluate",
                "--train",
                "@mixes",
                "--solo",
                "@solo",
                "--test",
                "@mixes/HEAVY",
                "--models",
                "ridge"))
        .isZero();
    assertThat(mixes.out())
        .containsPattern(
            "left out  \\d+ configurations of --train with rates that the test asks of the same");
  }
}
