package io.github.edgewatt.forecaster.curve;

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
    assertThat(curve.watts(0)).isCloseTo(40, within(1e-6));
    for (double use = 0.0625; use <= 1; use += 0.0625) {
      assertThat(curve.watts(use)).isCloseTo(40 + 0.25 * (400 * use - 10), within(1e-6));
    }
    assertThat(curve.points()).hasSizeGreaterThan(10);
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
            file + ": the model forecasts no power: train it on measurements with a power meter");
  }

  @Test
  void refusesWattsThatNobodyKnowsAtRest() throws DatasetException {
    Path file = written("m.json", TestModel.of(Map.of(MID, TestModel.idle(Double.NaN)), 0.25));
    assertThatThrownBy(() -> PowerCurves.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + ": the model does not know what MID uses and draws at rest");
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
