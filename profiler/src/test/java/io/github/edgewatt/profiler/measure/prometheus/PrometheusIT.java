package io.github.edgewatt.profiler.measure.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.edgewatt.profiler.energy.NoMeter;
import io.github.edgewatt.profiler.energy.PowerModel;
import io.github.edgewatt.profiler.measure.ReplicaSource.Replicas;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.measure.host.HostMeter;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The meter against a real Prometheus and a real node-exporter. */
class PrometheusIT {
  @TempDir private static Path folder;
  private static RealPrometheus real;
  private static PrometheusClient client;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        RealPrometheus.installed(),
        "skipped: install the packages prometheus and prometheus-node-exporter");
    real = RealPrometheus.start(folder);
    client = PrometheusClient.open(PrometheusSettings.parse(real.uri().toString()));
  }

  @AfterAll
  static void stop() throws Exception {
    if (real != null) {
      client.close();
      real.close();
    }
  }

  private static PrometheusMeter meter(PrometheusNode node, PowerModel estimate) throws Exception {
    Queries queries = Queries.standard();
    ScrapePlan plan = ScrapePlan.probe(client, ScrapePlan.uses(queries, node));
    return PrometheusMeter.open(
        new PrometheusSetup(
            client,
            PrometheusSamples.open(client, plan.slowest()),
            node,
            queries,
            "openfaas-fn",
            plan,
            new NoWindowEnergy(),
            Optional.of(estimate),
            (function, from, to) -> Replicas.unknown(),
            OwnCpu.ELSEWHERE));
  }

  @Test
  void agreesWithTheHostMeterAtSteadyLoad() throws Exception {
    PrometheusNode node = PrometheusNode.probe(client, Optional.empty());
    Process load = new ProcessBuilder("bash", "-c", "while :; do :; done").start();
    try (HostMeter host = HostMeter.start(new NoMeter("test"), Optional.empty())) {
      PrometheusMeter meter = meter(node, PowerModel.parse("10W..50W"));
      TimeUnit.SECONDS.sleep(2);
      long from = System.nanoTime();
      TimeUnit.SECONDS.sleep(12);
      long to = System.nanoTime();
      WindowReading here = host.window(from, to);
      WindowReading there = meter.window(from, to);

      assertThat(there.problem()).isEmpty();
      double own = here.nodeCpuPercent() + here.generatorCpuPercent();
      System.out.printf(
          "node CPU over %.1f s: host meter %.2f %%, Prometheus %.2f %% of one core (%+.2f %%);"
              + " %d samples, largest gap %.0f ms%n%s%n",
          there.seconds(),
          own,
          there.nodeCpuPercent(),
          100 * (there.nodeCpuPercent() / own - 1),
          there.samples(),
          there.largestGapMillis(),
          meter.description());
      assertThat(there.nodeCpuPercent()).isCloseTo(own, within(0.03 * own));
      assertThat(there.nodeMemoryBytes())
          .isCloseTo(here.nodeMemoryBytes(), within(0.05 * host.memoryBytes()));
      assertThat(there.nodeMemoryPercent()).isCloseTo(here.nodeMemoryPercent(), within(5.0));
      assertThat(there.samples()).isBetween(11, 15);
      assertThat(there.powerSource()).isEqualTo("estimate");
      assertThat(meter.cores()).isEqualTo(host.cores());
      assertThat(meter.memoryBytes()).isEqualTo(host.memoryBytes());
      assertThat(meter.sampleInterval()).isEqualTo(Duration.ofSeconds(1));
    } finally {
      load.destroyForcibly();
    }
  }

  @Test
  void readsWhatTheServerTells() throws Exception {
    PrometheusNode node = PrometheusNode.probe(client, Optional.of("127.0.0.1"));
    assertThat(node.instance()).isEqualTo(real.node());
    assertThat(node.kernel()).isNotEmpty();
    assertThat(client.version().data()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(client.targets().data())
        .extracting(ScrapeTarget::job, ScrapeTarget::interval, ScrapeTarget::health)
        .contains(
            tuple("node", Duration.ofSeconds(1), "up"),
            tuple("nobody", Duration.ofSeconds(2), "down"));
    Instant now = Instant.now();
    List<Map<String, String>> series =
        client.series(List.of("node_memory_MemTotal_bytes"), now.minusSeconds(60), now).data();
    assertThat(series).hasSize(1);
    assertThat(client.labels(List.of("node_cpu_seconds_total"), now.minusSeconds(60), now).data())
        .containsExactly("__name__", "cpu", "instance", "job", "mode");
    List<MetricSeries> range =
        client.queryRange("vector(1)", now.minusSeconds(20_000), now, Duration.ofSeconds(1)).data();
    assertThat(range).singleElement().satisfies(one -> assertThat(one.values()).hasSize(20_001));
    assertThat(client.query("vector(0)/0").data().get(0).last()).isNaN();
    assertThat(client.query("1/vector(0)").data().get(0).last()).isInfinite();
    assertThat(client.query("scalar(vector(7))").data().get(0).last()).isEqualTo(7);
  }

  @Test
  void namesWhatItRefuses() {
    assertThatThrownBy(() -> client.query("node_cpu_seconds_total["))
        .isInstanceOf(PrometheusException.class)
        .hasMessageContaining("does not understand the query: bad_data")
        .extracting(e -> ((PrometheusException) e).kind())
        .isEqualTo(Kind.BAD_REQUEST);
    assertThatThrownBy(
            () ->
                client.query(
                    "label_replace(node_cpu_seconds_total, \"cpu\", \"\", \"cpu\", \".*\")"
                        + " + on(mode) node_cpu_seconds_total"))
        .isInstanceOf(PrometheusException.class)
        .extracting(e -> ((PrometheusException) e).kind())
        .isEqualTo(Kind.UNPROCESSABLE);
  }

  @Test
  void saysOfAFunctionWithoutContainersThatItHasNone() throws Exception {
    PrometheusNode node = PrometheusNode.probe(client, Optional.empty());
    ScrapePlan plan = ScrapePlan.probe(client, ScrapePlan.uses(Queries.standard(), node));
    assertThat(plan.slowest()).isEqualTo(Duration.ofSeconds(1));
    assertThat(plan.lines(Duration.ofSeconds(20)))
        .containsExactly(
            "Prometheus scrapes node-exporter every 1 s: windows from 2 s on are measured, from 4 s"
                + " on with full confidence",
            "Prometheus has no samples of cadvisor: its figures will be missing");
    assertThat(plan.refusal(Duration.ofSeconds(1)).orElseThrow())
        .startsWith("node-exporter is scraped every 1 s, so a window of 1 s has no two samples");
  }
}
