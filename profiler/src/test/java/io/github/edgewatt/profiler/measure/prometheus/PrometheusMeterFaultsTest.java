package io.github.edgewatt.profiler.measure.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.fixtures.FakePrometheusTarget;
import io.github.edgewatt.fixtures.Fault;
import io.github.edgewatt.profiler.measure.WindowReading;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrometheusMeterFaultsTest {
  private final PrometheusWorld world;

  PrometheusMeterFaultsTest() throws Exception {
    world = new PrometheusWorld();
  }

  @BeforeEach
  void open() throws Exception {
    world.container("figlet", "figlet-a", t -> 50 + 0.2 * t);
    world.open();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private double cpu(WindowReading reading) {
    return reading.functions().get("figlet").cpuSeconds();
  }

  @Test
  void waitsOutAShortOutage() throws Exception {
    world
        .prometheus
        .server()
        .fail("/api", request -> world.time.seconds() < 150 ? Fault.closed() : null);
    WindowReading reading = world.window(100, 120, "figlet");
    assertThat(reading.problem()).isEmpty();
    assertThat(cpu(reading)).isCloseTo(4, within(1e-6));
    assertThat(world.time.seconds()).isBetween(150.0, 152.0);
  }

  @Test
  void keepsTheRowOfALongOutage() throws Exception {
    world.prometheus.server().fail("/api", request -> Fault.status(503, "starting"));
    WindowReading reading = world.window(100, 120, "figlet");
    assertThat(reading.problem()).contains("is not available (HTTP 503): starting");
    assertThat(reading.nodeCpuPercent()).isNaN();
    assertThat(cpu(reading)).isNaN();
    assertThat(world.time.seconds()).isBetween(180.0, 182.0);
  }

  @Test
  void doesNotRepeatWhatCannotGetBetter() throws Exception {
    world.prometheus.refuse("/api/v1/query", 422, "execution", "too many samples");
    WindowReading reading = world.window(100, 120, "figlet");
    assertThat(reading.problem()).endsWith("cannot execute the query: execution: too many samples");
    assertThat(world.time.seconds()).isEqualTo(120);
  }

  @Test
  void saysWhenFunctionsHaveNoContainers() throws Exception {
    WindowReading reading = world.window(100, 120, "figlet", "nmap");
    assertThat(reading.problem()).isEqualTo("CPU of nmap: no samples");
    assertThat(reading.functions().get("nmap").cpuSeconds()).isNaN();
    assertThat(cpu(reading)).isCloseTo(4, within(1e-6));
    assertThat(reading.nodeCpuPercent()).isCloseTo(70, within(1e-6));
    // Three scrapes and cAdvisor's interval, then it gave up.
    assertThat(world.time.seconds()).isBetween(150.0, 152.0);
  }

  @Test
  void saysWhenTheNodeIsMissing() throws Exception {
    world.prometheus.hide("node_cpu_seconds_total");
    assertThat(world.window(100, 120, "figlet").problem()).isEqualTo("node CPU: no samples");
    world.prometheus.show("node_cpu_seconds_total");
    world.prometheus.hide("node_memory_MemTotal_bytes");
    WindowReading reading = world.window(160, 180, "figlet");
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.notes()).containsExactly("node memory: no samples");
    assertThat(reading.nodeMemoryBytes()).isNaN();
  }

  @Test
  void countsOnAfterAContainersCounterStartedAgain() throws Exception {
    world.container("env", "env-a", t -> 50 + 0.2 * t).resetAt(110);
    WindowReading reading = world.window(100, 120, "env");
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.functions().get("env").cpuSeconds()).isCloseTo(4, within(1.01));
  }

  @Test
  void refusesARestartedNode() throws Exception {
    world.mode(world.node, "2", "idle", t -> 10_000 + 0.6 * t).resetAt(112);
    assertThat(world.window(100, 120, "figlet").problem())
        .isEqualTo("the node's CPU counters went back in the window: was it started again?");
  }

  @Test
  void passesOverWhatIsNotANumber() throws Exception {
    world.container("env", "env-a", t -> 0.2 * t).nan(108, 112);
    WindowReading reading = world.window(100, 120, "env");
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.functions().get("env").cpuSeconds()).isCloseTo(4, within(1e-6));
    assertThat(reading.notes()).containsExactly("CPU of env: samples that were not numbers: 1");
  }

  @Test
  void refusesAGapInWhichTheCounterMoved() throws Exception {
    world.cadvisor.down(106, 119);
    WindowReading reading = world.window(100, 120, "figlet");
    assertThat(reading.problem())
        .isEqualTo("CPU of figlet: 15.0 s without a sample, scraped every 5.0 s");
    assertThat(reading.notes()).contains("cadvisor at n1:8080 failed 2 scrapes in the window");
    assertThat(reading.largestGapMillis()).isEqualTo(15_000);
  }

  @Test
  void saysWhenScrapingStopped() throws Exception {
    world.prometheus.stopScraping(112);
    WindowReading reading = world.window(100, 120, "figlet");
    assertThat(reading.problem()).isEqualTo("node CPU: no sample after the window");
    assertThat(world.time.seconds()).isBetween(150.0, 152.0);
  }

  @Test
  void tellsWhatPrometheusWarnsOf() throws Exception {
    world.prometheus.warn("remote read failed: partial data");
    WindowReading reading = world.window(100, 120, "figlet");
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.notes())
        .containsExactly("Prometheus warns: remote read failed: partial data");
    world.prometheus.warn();
    assertThat(world.window(130, 150, "figlet").notes()).isEmpty();
  }

  @Test
  void marksAShortWindow() throws Exception {
    WindowReading reading = world.window(101, 111, "figlet");
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.notes())
        .containsExactly("low confidence: window of 10 s holds 2 scrapes of 5 s");
    WindowReading shorter = world.window(121, 123, "figlet");
    assertThat(shorter.problem()).isEqualTo("node CPU: 2 samples only, scraped every 5.0 s");
  }

  @Test
  void refusesStolenTime() throws Exception {
    world.mode(world.node, "0", "steal", t -> 0).until(-1000);
    world.mode(world.node, "2", "idle", t -> 0.5 * t);
    world.mode(world.node, "2", "steal", t -> 0.4 * t);
    WindowReading reading = world.window(100, 120, "figlet");
    assertThat(reading.problem()).isEqualTo("the hypervisor took 13.3 % of the CPU");
  }

  @Test
  void usesOneOfTwoJobsThatScrapeTheSame() throws Exception {
    FakePrometheusTarget again =
        world.prometheus.scrape("kubelet", "n1:10250", Duration.ofSeconds(5));
    again.add(
        "container_cpu_usage_seconds_total",
        Map.of(
            "namespace",
            "openfaas-fn",
            "container",
            "figlet",
            "pod",
            "figlet-a",
            "image",
            "i",
            "id",
            "/kubepods/figlet-a"),
        t -> 50 + 0.2 * t);
    WindowReading reading = world.window(100, 120, "figlet");
    assertThat(cpu(reading)).isCloseTo(4, within(1e-6));
    assertThat(reading.notes())
        .containsExactly(
            "CPU of figlet is scraped by 2 jobs (cadvisor, kubelet): cadvisor is used");
  }

  @Test
  void noticesThatAContainerIsOnlySeldomLookedAt() throws Exception {
    Map<String, String> labels =
        Map.of(
            "namespace",
            "openfaas-fn",
            "container",
            "env",
            "pod",
            "env-a",
            "image",
            "i",
            "id",
            "/kubepods/env-a");
    world
        .cadvisor
        .add("container_cpu_usage_seconds_total", labels, t -> 0.2 * t)
        .ownTimes(Duration.ofSeconds(100));
    world.cadvisor.add("container_last_seen", labels, t -> t).ownTimes(Duration.ofSeconds(1));
    assertThat(world.window(101, 121, "env").problem())
        .isEqualTo("CPU of env: no sample after the window");
  }

  @Test
  void doesNotTakeAnOldCounterForANewContainer() throws Exception {
    world.container("env", "env-a", t -> 400 + 0.2 * t).from(108);
    assertThat(world.window(100, 120, "env").problem())
        .isEqualTo("CPU of env: a counter appears in the window with 422 already on it");
    world.cadvisor.down(130, 141);
    world.container("curl", "curl-a", t -> 0.01 * (t - 120)).from(131);
    assertThat(world.window(136, 156, "curl").problem()).isEmpty();
  }

  @Test
  void seesClocksThatDisagreeAndClocksThatAreSet() throws Exception {
    world.window(100, 120, "figlet");
    world.prometheus.skew(Duration.ofSeconds(30));
    world.time.goTo(200);
    WindowReading reading = world.window(200, 220, "figlet");
    assertThat(reading.notes()).contains("Prometheus' clock was set by +30000 ms during the run");
  }
}
