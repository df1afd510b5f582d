package io.github.edgewatt.profiler.measure.prometheus.energy;

import static io.github.edgewatt.profiler.measure.prometheus.energy.FakeSamples.nanos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.profiler.energy.EnergyReading;
import io.github.edgewatt.profiler.energy.WindowEnergy;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExporterEnergyTest {
  private static final List<String> FUNCTIONS = List.of("env", "hash");
  private static final Map<String, Set<Long>> PIDS = Map.of("hash", Set.of(42L, 43L));

  private final FakeSamples samples = new FakeSamples(3, 100);

  private WindowEnergy scaphandre(DoubleUnaryOperator microjoules) throws InterruptedException {
    samples.add("scaph_host_energy_microjoules", Map.of(), microjoules);
    return find();
  }

  private WindowEnergy find() throws InterruptedException {
    return WindowEnergies.find(
        samples.setup(NodeNames.any(), PIDS, Duration.ofSeconds(15)), Optional.empty());
  }

  private static EnergyReading read(WindowEnergy energy, double from, double to)
      throws InterruptedException {
    return energy.read(FUNCTIONS, nanos(from), nanos(to));
  }

  @Test
  void waitsForTheFreshSampleAfterTheWindow() throws InterruptedException {
    // The exporter reads its sensor at every other scrape.
    WindowEnergy energy = scaphandre(t -> 1e6 + 40e6 * (t - t % 6));
    EnergyReading reading = read(energy, 80.5, 100);
    assertThat(reading.joules()).isCloseTo(40 * 19.5, within(1e-3));
    assertThat(samples.seconds()).isBetween(102.0, 103.0);
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.notes()).isEmpty();
  }

  /** Whatever the window: repeated values do not bend its ends. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aSteadyLoadIsExactInAnyWindow(long seed) throws InterruptedException {
    Random random = new Random(seed);
    double watts = 1 + 300 * random.nextDouble();
    int refresh = 3 * (1 + random.nextInt(2));
    WindowEnergy energy = scaphandre(t -> 1e6 * (7 + watts * (t - t % refresh)));
    for (int i = 0; i < 10; i++) {
      double from = 20 + 40 * random.nextDouble();
      double to = from + 14 + 10 * random.nextDouble();
      EnergyReading reading = read(energy, from, to);
      assertThat(reading.problem()).isEmpty();
      assertThat(reading.joules()).isCloseTo(watts * (to - from), within(1e-6 * watts));
    }
  }

  @Test
  void aWrapIsFilledAndTold() throws InterruptedException {
    WindowEnergy energy = scaphandre(t -> 1e6 * (300_000 + 40 * t - (t < 70 ? 0 : 262_143)));
    EnergyReading reading = read(energy, 60, 80);
    assertThat(reading.joules()).isCloseTo(800, within(1e-3));
    assertThat(reading.notes()).singleElement().asString().contains("wrapped or was restarted");
  }

  @Test
  void aRestartLosesNothingAndALossIsNeverZero() throws InterruptedException {
    WindowEnergy energy = scaphandre(t -> t > 65 && t < 73 ? 0 : 1e6 * (300 + 40 * t));
    EnergyReading reading = read(energy, 60, 90);
    assertThat(reading.joules()).isCloseTo(1200, within(1e-3));
  }

  @Test
  void aMeterThatGoesAwayLeavesNothingAndTheReason() throws InterruptedException {
    samples.add("scaph_host_energy_microjoules", Map.of(), 0, 101, t -> 1e6 + 40e6 * t);
    WindowEnergy energy = find();
    EnergyReading reading = read(energy, 90, 110);
    assertThat(reading.joules()).isNaN();
    assertThat(reading.problem()).isEqualTo("scaphandre: no sample after the window");
    samples.moveTo(430);
    EnergyReading later = read(energy, 400, 420);
    assertThat(later.joules()).isNaN();
    assertThat(later.problem()).contains("its series are gone: scaphandre-host-energy");
  }

  @Test
  void aMeterThatStopsTickingIsToldFromOneThatIsGone() throws InterruptedException {
    WindowEnergy energy = scaphandre(t -> 1e6 + 40e6 * Math.min(t, 95));
    EnergyReading inside = read(energy, 80, 100);
    assertThat(inside.joules()).isNaN();
    assertThat(inside.problem())
        .startsWith("scaphandre: the meter stands still since 4.0 s before the window's end")
        .contains("more than 2 s ago");
    samples.moveTo(230);
    EnergyReading after = read(energy, 200, 220);
    assertThat(after.problem()).startsWith("scaphandre: the meter stands still: Scaphandre reads");
  }

  @Test
  void anExporterThatMovedGoesOnUnderItsNewAddress() throws InterruptedException {
    DoubleUnaryOperator counter = t -> 1e6 * (900 + 40 * t);
    samples.add("scaph_host_energy_microjoules", Map.of(), 0, 109, counter);
    WindowEnergy energy = find();
    samples.add("scaph_host_energy_microjoules", Map.of("instance", "n1:9999"), 112, 1e9, counter);
    samples.moveTo(160);
    assertThat(read(energy, 100, 120).joules()).isCloseTo(800, within(1e-3));
    samples.add("scaph_host_energy_microjoules", Map.of("instance", "n1:7777"), 112, 1e9, counter);
    assertThat(read(energy, 130, 150).problem()).contains("two exporters have");
  }

  @Test
  void prometheusMayBeAwayForAMoment() throws InterruptedException {
    WindowEnergy energy = scaphandre(t -> 1e6 + 40e6 * t);
    samples.fail(Kind.UNREACHABLE, 104);
    assertThat(read(energy, 70, 90).joules()).isCloseTo(800, within(1e-3));
    samples.fail(Kind.BAD_REQUEST, 1000);
    double before = samples.seconds();
    EnergyReading reading = read(energy, 70, 90);
    assertThat(reading.problem()).isEqualTo("scaphandre: Prometheus is away");
    assertThat(samples.seconds()).isEqualTo(before);
  }

  @Test
  void aLongHoleIsTooLong() throws InterruptedException {
    WindowEnergy energy = scaphandre(t -> t > 62 && t < 78 ? Double.NaN : 1e6 + 40e6 * t);
    assertThat(read(energy, 60, 80).problem()).contains("18.0 s without a sample of the meter");
  }

  @Test
  void processesAreAddedByLabelAndByNumber() throws InterruptedException {
    String power = "scaph_process_power_consumption_microwatts";
    samples.add(power, Map.of("pid", "7", "container_names", "env.1"), t -> 10e6);
    samples.add(power, Map.of("pid", "42"), t -> 6e6);
    samples.add(power, Map.of("pid", "43"), 69, 79, t -> 3e6);
    samples.add(power, Map.of("pid", "44"), t -> 5e6);
    samples.add(power, Map.of("pid", "42", "instance", "n2:8080"), t -> 100e6);
    WindowEnergy energy = scaphandre(t -> 1e6 + 40e6 * t);
    EnergyReading reading = read(energy, 60, 80);
    assertThat(reading.ownJoules()).containsOnlyKeys("env", "hash");
    assertThat(reading.ownJoules().get("env")).isCloseTo(200, within(1e-6));
    assertThat(reading.ownJoules().get("hash")).isCloseTo(120 + 3 * 9, within(1e-6));
    assertThat(reading.notes()).isEmpty();
  }

  @Test
  void processesThatTakeMoreThanTheNodeAreTold() throws InterruptedException {
    samples.add("scaph_process_power_consumption_microwatts", Map.of("pid", "42"), t -> 60e6);
    WindowEnergy energy = scaphandre(t -> 1e6 + 40e6 * t);
    EnergyReading reading = read(energy, 60, 80);
    assertThat(reading.joules()).isCloseTo(800, within(1e-3));
    assertThat(reading.notes()).singleElement().asString().contains("add up to 1200 J");
  }

  @Test
  void keplersContainersAreCountersOfOneSource() throws InterruptedException {
    samples.add(
        "kepler_node_package_joules_total",
        Map.of("package", "0", "mode", "dynamic", "source", "rapl-sysfs"),
        t -> 40 * t);
    for (String source : List.of("rapl-sysfs", "trained")) {
      for (String mode : List.of("dynamic", "idle")) {
        samples.add(
            "kepler_container_joules_total",
            Map.of("container_name", "env", "mode", mode, "source", source),
            t -> 3 * t);
      }
    }
    assertThat(read(find(), 60, 80).ownJoules().get("env")).isCloseTo(120, within(1e-6));
  }
}
