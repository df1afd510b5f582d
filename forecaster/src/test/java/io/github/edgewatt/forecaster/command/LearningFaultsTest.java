package io.github.edgewatt.forecaster.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.NodeRow;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.model.file.ModelFile;
import io.github.edgewatt.forecaster.model.train.SyntheticMixes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faulty and thin data: one line and status 2, or a clear answer. */
class LearningFaultsTest {
  private static final double NAN = Double.NaN;
  @TempDir private Path folder;
  private Mixes mixes;

  @BeforeEach
  void measure() throws IOException {
    mixes = new Mixes(folder).solo();
  }

  private int train() {
    return mixes.run("train", "@mixes", "--solo", "@solo", "-o", "@m.json", "--no-functions");
  }

  private TrainedModel model() throws Exception {
    return ModelFile.read(folder.resolve("m.json"));
  }

  private int evaluate(String... more) {
    List<String> words =
        new ArrayList<>(List.of("evaluate", "--train", "@mixes", "--solo", "@solo"));
    words.addAll(List.of(more));
    return mixes.run(words.toArray(String[]::new));
  }

  private void refused(int status, String... parts) {
    assertThat(status).isEqualTo(2);
    assertThat(mixes.err().lines()).hasSize(1);
    assertThat(mixes.err()).startsWith("edgewatt: ").contains(parts);
    assertThat(folder.resolve("m.json")).doesNotExist();
  }

  private List<MeasurementRow> rows(int configurations, String... functions) {
    return mixes.made.mixes(SyntheticMixes.HEAVY, configurations, 2, functions);
  }

  @Test
  void nothingAndNearlyNothing() throws Exception {
    Files.createDirectories(folder.resolve("mixes/HEAVY"));
    refused(train(), "holds no measurements");
    refused(evaluate(), "holds no measurements");
    mixes.write("mixes/HEAVY", rows(1, "ant", "bee").subList(0, 1));
    refused(train(), "1 usable configuration");
    refused(evaluate(), "1 usable configuration");
    refused(mixes.run("train", "@nowhere", "-o", "@m.json"), "nowhere");
  }

  @Test
  void aFolderThatIsNotThereIsSaidBeforeAnythingIsRead() throws Exception {
    mixes.campaign("mixes", 3);
    refused(mixes.run("train", "@mixes", "-o", "@no/m.json"), "no folder", "to write m.json");
    refused(mixes.run("train", "@mixes", "-o", "@solo"), "is a folder");
  }

  @Test
  void constantColumns() throws Exception {
    List<MeasurementRow> same =
        Mixes.changed(
            rows(6, "ant", "bee"),
            node -> new NodeRow(10, 50, 1e9, 1e9, 10, 10, 1e6, 1e6, 5, false, null));
    mixes.write("mixes/HEAVY", same);
    assertThat(train()).isZero();
    assertThat(model().targets()).containsKey(Target.POWER);
    assertThat(evaluate("--split", "configuration", "--models", "ridge,idle")).isZero();
    assertThat(mixes.out()).contains("NaN").doesNotContain("Infinity");
  }

  @Test
  void aSingleCombination() throws Exception {
    mixes.write("mixes/HEAVY", rows(12, "cat"));
    refused(evaluate(), "nothing can be held back by --split combination");
    assertThat(evaluate("--split", "configuration", "--models", "profiles,groups")).isZero();
    assertThat(train()).isZero();
    assertThat(model().highestRates()).containsOnlyKeys("cat");
  }

  @Test
  void aFunctionNeverMeasuredAlone() throws Exception {
    mixes.campaign("mixes", 4);
    Files.delete(folder.resolve("solo/results-2026-11-22_10-00-00-dog.csv"));
    assertThat(train()).isZero();
    assertThat(mixes.out()).contains("rows with a function never measured alone (dog)");
    assertThat(model().header().notes()).anyMatch(note -> note.contains("(dog)"));
    assertThat(mixes.run("train", "@mixes", "-o", "@n.json")).isEqualTo(2);
    assertThat(mixes.err()).contains("holds no usable measurement of a function alone");
  }

  @ParameterizedTest
  @CsvSource({"true, nothing but overload in the data", "false, no overload in the data"})
  void everythingOverloadedOrNothing(boolean all, String why) throws Exception {
    mixes.write("mixes/HEAVY", Mixes.changed(rows(8, "ant", "bee"), node -> overloaded(node, all)));
    assertThat(train()).isZero();
    assertThat(model().overload()).isEmpty();
    assertThat(mixes.out()).contains("overload: left out, " + why);
  }

  private static NodeRow overloaded(NodeRow node, boolean overloaded) {
    return new NodeRow(
        node.cpuIdlePercent(),
        node.cpuPercent(),
        node.ramIdleBytes(),
        node.ramBytes(),
        node.ramIdlePercent(),
        node.ramPercent(),
        node.powerIdleMicrowatts(),
        node.powerMicrowatts(),
        5,
        overloaded,
        null);
  }

  @Test
  void powerThatNobodyMeasured() throws Exception {
    mixes.write(
        "mixes/HEAVY",
        Mixes.changed(
            rows(8, "ant", "bee"),
            n ->
                new NodeRow(
                    n.cpuIdlePercent(),
                    n.cpuPercent(),
                    n.ramIdleBytes(),
                    n.ramBytes(),
                    n.ramIdlePercent(),
                    n.ramPercent(),
                    NAN,
                    NAN,
                    5,
                    false,
                    null)));
    assertThat(train()).isZero();
    assertThat(mixes.out()).containsOnlyOnce("power: left out, no usable figures in the data");
    assertThat(model().targets()).doesNotContainKey(Target.POWER).containsKey(Target.CPU);
    assertThat(evaluate("--split", "configuration", "--models", "profiles,ridge,idle")).isZero();
    assertThat(mixes.out()).contains("power: no usable figures in the data");
  }

  @Test
  void figuresThatAreNotNumbers() throws Exception {
    mixes.write(
        "mixes/HEAVY",
        Mixes.changed(
            rows(8, "ant", "bee"),
            n -> new NodeRow(NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, 5, false, null)));
    refused(train(), "0 usable configurations", "rows without figures of the node");
  }

  @Test
  void repeatsThatContradictEachOtherAreTheNoise() throws Exception {
    List<MeasurementRow> rows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      rows.addAll(new SyntheticMixes(9, 60).mixes(SyntheticMixes.HEAVY, 8, 3, "ant", "bee"));
    }
    mixes.write("mixes/HEAVY", rows);
    assertThat(evaluate("--split", "configuration", "--models", "profiles")).isZero();
    assertThat(mixes.out())
        .contains("48 rows that stand twice")
        .containsPattern("repeat noise allows .*standard deviation of repeats: [3-9]\\d\\.");
  }

  @Test
  void moreCalibrationThanThereIs() throws Exception {
    mixes.campaign("mixes", 4);
    assertThat(evaluate("--split", "node-type", "--calibrate", "1000", "--models", "ridge,idle"))
        .isEqualTo(2);
    assertThat(mixes.err()).contains("--calibrate 1000 leaves nothing to be scored on");
    refused(evaluate("--calibrate", "-1"), "give 0 or more");
  }

  @Test
  void wordsThatMeanNothing() throws Exception {
    mixes.campaign("mixes", 3);
    refused(evaluate("--split", "random"), "unknown split 'random'");
    refused(evaluate("--models", "oracle"), "unknown model 'oracle'");
    refused(evaluate("--fraction", "1/0"), "no share above 0");
    refused(evaluate("--fraction", "two"), "no share above 0");
    refused(evaluate("--groups", "@none.json"), "none.json");
    refused(
        mixes.run("train", "@mixes", "--features", "magic", "-o", "@m.json"), "unknown features");
    refused(mixes.run("calibrate", "--model", "@m.json", "@mixes"), "no model file");
  }
}
