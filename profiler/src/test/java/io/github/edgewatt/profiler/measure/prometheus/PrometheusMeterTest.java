package io.github.edgewatt.profiler.measure.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.profiler.energy.EnergyReading;
import io.github.edgewatt.profiler.energy.PowerModel;
import io.github.edgewatt.profiler.energy.WindowEnergy;
import io.github.edgewatt.profiler.measure.ReplicaSource.Replicas;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.measure.WindowReading.FunctionUsage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusMeterTest {
  private final PrometheusWorld world;

  PrometheusMeterTest() throws Exception {
    world = new PrometheusWorld();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void replicas(String function, double count) {
    world.node.add(
        "gateway_service_count", Map.of("function_name", function + ".openfaas-fn"), t -> count);
  }

  @Test
  void readsANodeAndItsFunctions() throws Exception {
    world.container("figlet", "figlet-a", t -> 50 + 0.2 * t);
    world.container("figlet", "figlet-b", t -> 20 + 0.1 * t);
    world.container("env", "env-a", t -> 7);
    replicas("figlet", 2);
    WindowReading reading = world.window(101.3, 121.3, "figlet", "env");

    assertThat(reading.problem()).isEmpty();
    assertThat(reading.notes()).isEmpty();
    assertThat(reading.seconds()).isCloseTo(20, within(1e-9));
    assertThat(reading.nodeCpuPercent()).isCloseTo(70, within(1e-6));
    assertThat(reading.generatorCpuPercent()).isZero();
    assertThat(reading.nodeMemoryBytes()).isCloseTo(2 * PrometheusWorld.GIB, within(1.0));
    assertThat(reading.nodeMemoryPercent()).isCloseTo(25, within(1e-9));
    assertThat(reading.samples()).isEqualTo(6);
    assertThat(reading.largestGapMillis()).isEqualTo(5000);
    assertThat(reading.sampleIntervalMillis()).isEqualTo(5000);
    assertThat(reading.powerSource()).isEqualTo("none");
    FunctionUsage figlet = reading.functions().get("figlet");
    assertThat(figlet.cpuSeconds()).isCloseTo(6, within(1e-6));
    assertThat(figlet.memoryBytes()).isEqualTo(5e6);
    assertThat(figlet.workingSetBytes()).isEqualTo(6e6);
    assertThat(figlet.replicas()).isEqualTo(2);
    assertThat(figlet.replicasMean()).isEqualTo(2);
    assertThat(reading.functions().get("env").cpuSeconds()).isZero();
    assertThat(world.meter.sampleInterval()).isEqualTo(PrometheusWorld.INTERVAL);
    assertThat(world.meter.cores()).isEqualTo(2);
    assertThat(world.meter.memoryBytes()).isEqualTo((long) (8 * PrometheusWorld.GIB));
    assertThat(world.meter.description())
        .endsWith(
            ": node n1:9100, node-exporter every 5 s, cadvisor every 5 s, functions named as by"
                + " kubelet, clock +0 ms (± 0.0 ms)");
    // It waited for the scrape after the window, and not much longer.
    assertThat(world.time.seconds()).isBetween(125.0, 127.0);
  }

  @ParameterizedTest
  @CsvSource({
    "standalone, container_label_io_kubernetes_pod_namespace,"
        + " container_label_io_kubernetes_container_name, openfaas-fn, figlet",
    "faasd, id, cpu, /openfaas-fn/figlet, total",
    "docker, name, id, figlet-1, /docker/1234",
  })
  void knowsTheDialectsOfCadvisor(
      String dialect, String first, String second, String one, String two) throws Exception {
    world
        .cadvisor
        .add("container_cpu_usage_seconds_total", Map.of(first, one, second, two), t -> 0.25 * t)
        .ownTimes(Duration.ofSeconds(1));
    WindowReading reading = world.window(100, 120, "figlet");
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.functions().get("figlet").cpuSeconds()).isCloseTo(5, within(1e-6));
    assertThat(world.meter.description()).contains("named as by " + dialect);
  }

  @Test
  void guessesTheDialectBeforeThereIsAFunction() throws Exception {
    assertThat(world.open().description()).contains("no containers seen yet");
    world.cadvisor.add(
        "container_cpu_usage_seconds_total",
        Map.of("namespace", "kube-system", "pod", "dns", "container", "dns", "image", "i"),
        t -> t);
    assertThat(world.open().description()).contains("containers named as by kubelet");
    assertThat(Queries.standard().dialects().get(2).cpu().fillAny("namespace", "openfaas-fn"))
        .isEqualTo("container_cpu_usage_seconds_total{id=~\"/openfaas-fn/.+\"}");
  }

  @Test
  void leavesTheNodesOtherUsersAlone() throws Exception {
    world.container("figlet", "figlet-a", t -> 0.2 * t);
    world.cadvisor.add(
        "container_cpu_usage_seconds_total",
        Map.of("namespace", "openfaas-fn", "pod", "figlet-a", "container", "", "id", "/pods/1"),
        t -> 0.3 * t);
    world.cadvisor.add(
        "container_cpu_usage_seconds_total",
        Map.of("namespace", "other", "pod", "x", "container", "figlet", "image", "i", "id", "/2"),
        t -> 3 * t);
    assertThat(world.window(100, 120, "figlet").functions().get("figlet").cpuSeconds())
        .isCloseTo(4, within(1e-6));
  }

  @Test
  void subtractsTheGeneratorWhereItRunsOnTheNode() throws Exception {
    world.own = (from, to) -> 0.3 * (to - from) / FakeTime.SECOND;
    WindowReading reading = world.window(100, 120);
    assertThat(reading.nodeCpuPercent()).isCloseTo(40, within(1e-6));
    assertThat(reading.generatorCpuPercent()).isCloseTo(30, within(1e-6));
    assertThat(reading.problem()).isEmpty();
  }

  @Test
  void countsReplicasThatComeAndGo() throws Exception {
    world.container("figlet", "figlet-a", t -> 50 + 0.2 * t);
    world.container("figlet", "figlet-b", t -> 0.4 * (t - 110)).from(110);
    world.container("figlet", "figlet-c", t -> 9 + 0.1 * t).until(106);
    WindowReading reading = world.window(101, 121, "figlet");
    assertThat(reading.problem()).isEmpty();
    // b worked 11 s at 0.4, c was seen until 105.
    assertThat(reading.functions().get("figlet").cpuSeconds())
        .isCloseTo(4 + 4.4 + 0.4, within(0.05));
    assertThat(reading.notes())
        .containsExactly(
            "a container of figlet started in the window",
            "a container of figlet ended in the window");
    assertThat(reading.functions().get("figlet").replicas()).isZero();
  }

  @Test
  void asksThePlatformForReplicasWherePrometheusDoesNotTell() throws Exception {
    world.container("figlet", "figlet-a", t -> 0.2 * t);
    world.replicas = (function, from, to) -> new Replicas(3, 2.5, 4);
    FunctionUsage figlet = world.window(100, 120, "figlet").functions().get("figlet");
    assertThat(figlet.replicas()).isEqualTo(3);
    assertThat(figlet.replicasMean()).isEqualTo(2.5);
    assertThat(figlet.replicasMax()).isEqualTo(4);
  }

  @Test
  void passesEnergyOnAndEstimatesOnlyOnRequest() throws Exception {
    world.container("figlet", "figlet-a", t -> 0.2 * t);
    world.energy = new FakeEnergy(300, "");
    world.estimate = Optional.of(PowerModel.parse("10W..50W"));
    WindowReading measured = world.window(100, 120, "figlet");
    assertThat(measured.nodePowerWatts()).isCloseTo(15, within(1e-9));
    assertThat(measured.powerSource()).isEqualTo("measured");
    assertThat(measured.functions().get("figlet").meterJoules()).isEqualTo(40);
    assertThat(measured.notes()).containsExactly("a note of the meter");

    world.energy = new FakeEnergy(Double.NaN, "the counter stands still");
    world.open();
    WindowReading estimated = world.window(130, 150, "figlet");
    assertThat(estimated.powerSource()).isEqualTo("estimate");
    assertThat(estimated.nodePowerWatts()).isCloseTo(10 + 40 * 0.35, within(1e-6));
    assertThat(estimated.notes()).contains("energy: the counter stands still");
    assertThat(estimated.problem()).isEmpty();
  }

  private record FakeEnergy(double joules, String problem) implements WindowEnergy {
    @Override
    public String name() {
      return "fake";
    }

    @Override
    public String description() {
      return "fake";
    }

    @Override
    public EnergyReading read(List<String> functions, long fromNanos, long toNanos) {
      return new EnergyReading(
          joules, Map.of(functions.get(0), 40.0), List.of("a note of the meter"), problem);
    }
  }

  @Test
  void correctsTheClockOfPrometheus() throws Exception {
    world.container("figlet", "figlet-a", t -> t < 100 ? 0 : Math.min(20, t - 100));
    world.prometheus.skew(Duration.ofMinutes(7));
    WindowReading reading = world.window(100, 120, "figlet");
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.functions().get("figlet").cpuSeconds()).isCloseTo(20, within(1e-6));
    assertThat(world.meter.description()).contains("clock +420000 ms");
  }

  @Test
  void windowsThatTouchAddUp() throws Exception {
    world.container("figlet", "figlet-a", t -> 30 + 0.1 * t + Math.sin(t / 4));
    double parts = 0;
    for (int i = 0; i < 4; i++) {
      parts +=
          world.window(100 + 21 * i, 121 + 21 * i, "figlet").functions().get("figlet").cpuSeconds();
    }
    double whole = world.window(100, 184, "figlet").functions().get("figlet").cpuSeconds();
    assertThat(parts).isCloseTo(whole, within(1e-6));
  }

  @Test
  void refusesAWindowWithoutLength() throws Exception {
    PrometheusMeter meter = world.open();
    assertThatThrownBy(() -> meter.window(5, 5)).isInstanceOf(IllegalArgumentException.class);
  }
}
