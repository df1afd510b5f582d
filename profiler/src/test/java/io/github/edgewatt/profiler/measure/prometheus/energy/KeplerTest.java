package io.github.edgewatt.profiler.measure.prometheus.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.fixtures.FakePrometheus;
import io.github.edgewatt.fixtures.FakePrometheusTarget;
import io.github.edgewatt.profiler.energy.EnergyReading;
import io.github.edgewatt.profiler.energy.WindowEnergy;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusClient;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusSamples;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The selectors against series as Kepler and node-exporter label them, over the wire. */
class KeplerTest {
  private static final long SECOND = 1_000_000_000L;
  private static final String POWERCAP = "/sys/class/powercap/intel-rapl";

  private final FakePrometheus prometheus = FakePrometheus.start();
  private final FakePrometheusTarget target =
      prometheus.scrape("kepler", "n1:28282", Duration.ofSeconds(5));

  @AfterEach
  void stop() {
    prometheus.close();
  }

  private void counter(String name, Map<String, String> labels, double watts) {
    target.add(name, labels, seconds -> 1e5 + watts * seconds);
  }

  private EnergyReading read(String name) throws Exception {
    try (PrometheusClient client =
        PrometheusClient.open(PrometheusSettings.parse(prometheus.uri().toString()))) {
      EnergySetup setup =
          new EnergySetup(
              PrometheusSamples.open(client, Duration.ofSeconds(5)),
              EnergyQueries.defaults(),
              NodeNames.of("n1:9100", "n1", List.of("n1:9100", "n2:9100")),
              "openfaas-fn",
              function -> Set.of(),
              Patience.ofThisMachine(Duration.ofSeconds(1)));
      WindowEnergy energy = WindowEnergies.find(setup, Optional.empty());
      assertThat(energy.name()).as(energy.description()).isEqualTo(name);
      long to = System.nanoTime() - 30 * SECOND;
      return energy.read(List.of("env"), to - 20 * SECOND, to);
    }
  }

  @Test
  void oneZoneOfTheNewKeplerAndNeverASum() throws Exception {
    String node = "kepler_node_cpu_joules_total";
    counter(node, Map.of("zone", "package", "path", POWERCAP + ":0"), 30);
    counter(node, Map.of("zone", "package", "path", POWERCAP + ":1"), 20);
    counter(node, Map.of("zone", "package", "path", POWERCAP + "-mmio:0"), 30);
    counter(node, Map.of("zone", "core", "path", POWERCAP + ":0:0"), 25);
    counter(node, Map.of("zone", "psys", "path", POWERCAP + ":2"), 70);
    counter(node, Map.of("zone", "dram", "path", POWERCAP + ":0:1"), 4);
    String container = "kepler_container_cpu_joules_total";
    counter(container, Map.of("container_name", "env", "zone", "package", "state", "running"), 7);
    counter(container, Map.of("container_name", "env", "zone", "dram", "state", "running"), 3);
    counter(container, Map.of("container_name", "other", "zone", "package"), 5);
    EnergyReading reading = read("kepler");
    assertThat(reading.joules()).isCloseTo(1000, within(0.5));
    assertThat(reading.ownJoules()).containsOnlyKeys("env");
    assertThat(reading.ownJoules().get("env")).isCloseTo(140, within(0.5));
  }

  @Test
  void aTrainedModelsFiguresAreNoMeasurement() throws Exception {
    counter(
        "kepler_node_package_joules_total",
        Map.of("package", "0", "mode", "dynamic", "source", "trained_power_model"),
        30);
    counter("node_rapl_package_joules_total", Map.of("index", "0", "path", POWERCAP + ":0"), 33);
    counter(
        "node_rapl_package_joules_total", Map.of("index", "0", "path", POWERCAP + "-mmio:0"), 33);
    counter("node_rapl_dram_joules_total", Map.of("index", "0", "path", POWERCAP + ":0:1"), 2);
    EnergyReading reading = read("rapl");
    assertThat(reading.joules()).isCloseTo(700, within(0.5));
    assertThat(reading.ownJoules()).isEmpty();
  }
}
