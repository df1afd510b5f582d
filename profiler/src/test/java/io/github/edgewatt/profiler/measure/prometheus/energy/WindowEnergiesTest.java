package io.github.edgewatt.profiler.measure.prometheus.energy;

import static io.github.edgewatt.profiler.measure.prometheus.energy.FakeSamples.nanos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.energy.NoMeter;
import io.github.edgewatt.profiler.energy.WindowEnergy;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowEnergiesTest {
  private final FakeSamples samples = new FakeSamples(5, 200);

  private WindowEnergy find(NodeNames node, Optional<EnergyMeter> host)
      throws InterruptedException {
    return WindowEnergies.find(samples.setup(node, Map.of(), Duration.ofSeconds(20)), host);
  }

  private WindowEnergy find() throws InterruptedException {
    return find(NodeNames.any(), Optional.empty());
  }

  private void scaphandre(double watts) {
    samples.add("scaph_host_energy_microjoules", Map.of(), t -> 3e6 + 1e6 * watts * t);
    samples.add("scaph_host_power_microwatts", Map.of(), t -> t < 5 ? Double.NaN : 1e6 * watts);
  }

  private double joules(WindowEnergy energy) throws InterruptedException {
    return energy.read(List.of(), nanos(150), nanos(170)).joules();
  }

  @Test
  void prefersScaphandresCounter() throws InterruptedException {
    scaphandre(40);
    samples.add("kepler_node_cpu_joules_total", Map.of("zone", "package"), t -> 33 * t);
    samples.add("node_rapl_package_joules_total", Map.of("index", "0"), t -> 30 * t);
    WindowEnergy energy = find();
    assertThat(energy.name()).isEqualTo("scaphandre");
    assertThat(energy.description()).startsWith("Scaphandre's energy counter").doesNotContain(";");
    assertThat(joules(energy)).isCloseTo(800, within(1e-6));
  }

  @Test
  void takesThePowerWhereTheCounterIsMissingAndSaysSo() throws InterruptedException {
    samples.add("scaph_host_power_microwatts", Map.of(), t -> 40e6 + t);
    WindowEnergy energy = find();
    assertThat(energy.description())
        .endsWith("passed over: scaphandre-host-energy: no such series");
    assertThat(joules(energy)).isCloseTo(800, within(0.01));
  }

  @Test
  void aMeterWithoutASensorIsPassedOver() throws InterruptedException {
    samples.add("scaph_host_energy_microjoules", Map.of(), t -> 0);
    samples.add("scaph_host_power_microwatts", Map.of(), t -> 0);
    samples.add("node_rapl_package_joules_total", Map.of("index", "0"), t -> 30 * t);
    samples.add("node_rapl_dram_joules_total", Map.of("index", "0"), t -> 5 * t);
    WindowEnergy energy = find();
    assertThat(energy.name()).isEqualTo("rapl");
    assertThat(energy.description())
        .contains("scaphandre-host-energy: the meter stands at 0: it has no sensor")
        .contains("kepler-node-energy: no such series");
    assertThat(joules(energy)).isCloseTo(700, within(1e-6));
    assertThat(samples.seconds()).isEqualTo(200);
  }

  @Test
  void aMeterThatStandsStillIsGivenTimeAndThenPassedOverWithAHint() throws InterruptedException {
    samples.add("scaph_host_energy_microjoules", Map.of(), t -> 14e6);
    assertThat(find().description())
        .contains(
            "no power meter: scaphandre-host-energy: the meter stands still: Scaphandre reads")
        .contains("host counters: the profiler runs on another machine");
    assertThat(samples.seconds()).isEqualTo(220);
  }

  @Test
  void aMeterThatStoppedIsNotTakenForOneThatTicks() throws InterruptedException {
    samples.add("scaph_host_energy_microjoules", Map.of(), t -> 1e6 * Math.min(t, 160));
    samples.moveTo(199);
    assertThat(find().description()).contains("the meter stands still since 59 s");
  }

  @Test
  void aMeterThatJustStartedIsWaitedFor() throws InterruptedException {
    samples.add("scaph_host_energy_microjoules", Map.of(), 198, 1e9, t -> 5e6 + 40e6 * (t - 198));
    samples.add("node_rapl_package_joules_total", Map.of("index", "0"), t -> 30 * t);
    WindowEnergy energy = find();
    assertThat(energy.name()).isEqualTo("scaphandre");
    assertThat(samples.seconds()).isBetween(204.0, 206.0);
  }

  @Test
  void aSeriesThatEndedIsNotThere() throws InterruptedException {
    samples.add("scaph_host_energy_microjoules", Map.of(), 0, 160, t -> 40e6 * t);
    assertThat(find().description()).contains("scaphandre-host-energy: last seen 45 s ago");
  }

  @Test
  void seriesOfSeveralNodesAreNeverAdded() throws InterruptedException {
    scaphandre(40);
    samples.add("scaph_host_energy_microjoules", Map.of("instance", "n2:8080"), t -> 90e6 * t);
    assertThat(find().description()).contains("2 exporters have it", "n1:8080", "n2:8080");
    List<String> nodes = List.of("n1:9100", "n2:9100");
    NodeNames second = NodeNames.of("n2:9100", "", nodes);
    assertThat(joules(find(second, Optional.empty()))).isCloseTo(1800, within(1e-6));
    NodeNames first = NodeNames.of("n1:9100", "", nodes);
    assertThat(joules(find(first, Optional.empty()))).isCloseTo(800, within(1e-6));
    NodeNames third = NodeNames.of("n3:9100", "", List.of("n1:9100", "n2:9100", "n3:9100"));
    assertThat(find(third, Optional.empty()).description())
        .contains("scaphandre-host-energy: on other nodes only");
  }

  @Test
  void keplersZonesAndModesAndSources() throws InterruptedException {
    for (String mode : List.of("dynamic", "idle")) {
      for (String source : List.of("acpi", "intel_rapl")) {
        samples.add(
            "kepler_node_package_joules_total",
            Map.of("package", "0", "mode", mode, "source", source),
            t -> (mode.equals("idle") ? 10 : 25) * t);
      }
      samples.add(
          "kepler_node_dram_joules_total",
          Map.of("dram", "0", "mode", mode, "source", "intel_rapl"),
          t -> mode.equals("idle") ? 0 : 4 * t);
    }
    WindowEnergy energy = find();
    assertThat(energy.name()).isEqualTo("kepler");
    assertThat(joules(energy)).isCloseTo(20 * (10 + 25 + 4), within(1e-6));
  }

  @Test
  void keplersSocketsAreAdded() throws InterruptedException {
    for (int socket = 0; socket < 2; socket++) {
      samples.add(
          "kepler_node_cpu_joules_total",
          Map.of("zone", "package", "path", "/sys/class/powercap/intel-rapl:" + socket),
          t -> 1e5 + 20 * t);
    }
    assertThat(joules(find())).isCloseTo(800, within(1e-6));
  }

  @Test
  void theHostsOwnCountersComeLast() throws InterruptedException {
    EnergyMeter rapl = new CountingMeter();
    WindowEnergy energy = find(NodeNames.any(), Optional.of(rapl));
    assertThat(energy).isInstanceOf(HostWindowEnergy.class);
    assertThat(energy.name()).isEqualTo("rapl");
    assertThat(energy.description()).startsWith("counts; passed over: scaphandre-host-energy");
    ((HostWindowEnergy) energy).close();

    WindowEnergy none = find(NodeNames.any(), Optional.of(new NoMeter("a virtual machine")));
    assertThat(none.name()).isEqualTo("none");
    assertThat(none.description()).endsWith("host counters: a virtual machine");
    assertThat(none.read(List.of("env"), 0, 1).joules()).isNaN();
    assertThat(none.read(List.of("env"), 0, 1).problem()).isEmpty();
  }

  @Test
  void aPrometheusThatDoesNotAnswerIsTheReason() throws InterruptedException {
    scaphandre(40);
    samples.fail(Kind.UNAUTHORIZED, 1000);
    assertThat(find().description())
        .isEqualTo(
            "no power meter: Prometheus: Prometheus is away; host counters: the profiler runs on"
                + " another machine");
  }

  /** One joule more at every look. */
  static final class CountingMeter implements EnergyMeter {
    private double joules;

    @Override
    public String name() {
      return "rapl";
    }

    @Override
    public String description() {
      return "counts";
    }

    @Override
    public double readJoules() {
      return joules++;
    }
  }
}
