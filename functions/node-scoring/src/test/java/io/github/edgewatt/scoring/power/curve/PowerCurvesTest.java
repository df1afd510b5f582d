package io.github.edgewatt.scoring.power.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.model.file.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerCurvesTest {
  private static final NodeType MID = NodeType.ofCores(4);

  @TempDir private Path folder;

  private Path written(String name, TrainedModel model) throws DatasetException {
    Path file = folder.resolve(name);
    ModelFile.write(file, model);
    return file;
  }

  @Test
  void pairsForecastCpuWithForecastWatts() throws DatasetException {
    Path file = written("m.json", TestModel.of(Map.of(MID, TestModel.idle(40)), 0.25));
    PowerCurves curves = PowerCurves.read(file);
    assertThat(curves.nodeTypes()).containsExactly("MID");
    PowerCurve curve = curves.of("MID").orElseThrow();
    // 10 % of one core at rest; 4 cores: watts = 40 + 0.25 x (400 use - 10)
    for (double use = 0; use <= 1; use += 0.0625) {
      assertThat(curve.watts(use)).isCloseTo(40 + 0.25 * (400 * use - 10), within(1e-6));
    }
    assertThat(curve.knots()).isGreaterThan(10);
  }

  @Test
  void readsAFolderOfModels() throws DatasetException, IOException {
    written("a.json", TestModel.of(Map.of(MID, TestModel.idle(40)), 0.25));
    written("b.json.gz", TestModel.of(Map.of(NodeType.ofCores(6), TestModel.idle(90)), 0.5));
    Files.writeString(folder.resolve("README.md"), "no model");
    assertThat(PowerCurves.read(folder).nodeTypes()).containsExactlyInAnyOrder("MID", "HEAVY");
    written("c.json", TestModel.of(Map.of(MID, TestModel.idle(50)), 0.25));
    assertThatThrownBy(() -> PowerCurves.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("c.json tells of MID as another model does");
  }

  @Test
  void refusesAModelWithoutWatts() throws DatasetException {
    Path file =
        written(
            "m.json",
            TestModel.of(
                Map.of(MID, TestModel.idle(40)),
                Map.of(Target.CPU, TestModel.target("cpu_percent", 1))));
    assertThatThrownBy(() -> PowerCurves.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            file + " forecasts no power: train it on rows that have it (a power meter, for watts)");
  }

  @Test
  void refusesWattsThatNobodyKnowsAtRestOrThatNeverRise() throws DatasetException {
    for (double[] idleAndSlope : new double[][] {{Double.NaN, 0.25}, {40, 0}}) {
      Path file =
          written(
              "m.json",
              TestModel.of(Map.of(MID, TestModel.idle(idleAndSlope[0])), idleAndSlope[1]));
      assertThatThrownBy(() -> PowerCurves.read(file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(file + " knows no kind of node whose watts rise with CPU");
    }
  }

  @Test
  void refusesWhatIsNoModel() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> PowerCurves.read(empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(empty + " holds no models (*.json)");
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"model\":");
    assertThatThrownBy(() -> PowerCurves.read(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(broken.toString());
    assertThatThrownBy(() -> PowerCurves.read(folder.resolve("absent.json")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("absent.json");
  }
}
