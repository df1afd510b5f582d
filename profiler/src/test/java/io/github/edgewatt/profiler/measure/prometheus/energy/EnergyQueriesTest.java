package io.github.edgewatt.profiler.measure.prometheus.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.energy.ExporterMeter;
import io.github.edgewatt.profiler.energy.ExporterMeters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnergyQueriesTest {
  @TempDir Path folder;

  @Test
  void holdEveryQueryOfEveryMeter() {
    EnergyQueries queries = EnergyQueries.defaults();
    for (ExporterMeter meter : ExporterMeters.IN_ORDER) {
      meter.queries().forEach(query -> assertThat(queries.selector(query)).isNotBlank());
      meter.own().ifPresent(own -> assertThat(queries.selector(own.query())).isNotBlank());
    }
    assertThat(queries.selector("scaphandre-host-energy"))
        .isEqualTo("scaph_host_energy_microjoules");
  }

  @Test
  void aUsersOwnTakeTheirPlace() throws IOException {
    Path file = folder.resolve("queries.yaml");
    Files.writeString(
        file, "# mine\nkepler-node-energy: 'kepler_node_cpu_joules_total{zone=\"psys\"}'\n");
    EnergyQueries queries = EnergyQueries.read(file);
    assertThat(queries.selector("kepler-node-energy")).contains("psys");
    assertThat(queries.selector("scaphandre-host-power")).contains("microwatts");
    Files.writeString(file, "");
    assertThat(EnergyQueries.read(file)).isEqualTo(EnergyQueries.defaults());
  }

  @Test
  void whatIsWrongIsNamed() throws IOException {
    Path file = folder.resolve("queries.yaml");
    Files.writeString(file, "kepler-node: x\n");
    assertThatThrownBy(() -> EnergyQueries.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("unknown query kepler-node; there are");
    Files.writeString(file, "kepler-node-energy: ' '\n");
    assertThatThrownBy(() -> EnergyQueries.read(file)).hasMessageContaining("is empty");
    Files.writeString(file, "[1, 2]\n");
    assertThatThrownBy(() -> EnergyQueries.read(file))
        .hasMessageContaining("is not a list of NAME: 'SELECTOR' lines");
  }
}
