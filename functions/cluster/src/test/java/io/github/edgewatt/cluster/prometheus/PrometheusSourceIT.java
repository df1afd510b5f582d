package io.github.edgewatt.cluster.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.edgewatt.cluster.objects.Names;
import io.github.edgewatt.cluster.objects.RecordingSink;
import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.fixtures.RealServer;
import io.github.edgewatt.fixtures.StandInServer;
import io.github.edgewatt.fixtures.StandInServer.Reply;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default queries against a real Prometheus that scrapes a real node-exporter and meters. */
class PrometheusSourceIT {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final RecordingSink sink = new RecordingSink();
  private final AtomicLong scrapes = new AtomicLong();
  @TempDir Path folder;

  private Reply metrics() {
    long n = scrapes.incrementAndGet();
    return Reply.of(
        200,
        "text/plain",
        """
        container_cpu_usage_seconds_total{namespace="d",pod="p1",container="a",image="i"} %d
        container_cpu_usage_seconds_total{namespace="d",pod="p1",container="b",image="i"} %d
        container_cpu_usage_seconds_total{namespace="d",pod="p1",container="",image=""} 1e9
        kepler_node_cpu_watts{zone="package",path="/a",node_name="k1"} 30
        kepler_node_cpu_watts{zone="package",path="/mmio",node_name="k1"} 30
        kepler_node_cpu_watts{zone="core",path="/a",node_name="k1"} 20
        kepler_pod_cpu_watts{zone="package",pod_namespace="d",pod_name="p1",state="running"} 4
        kepler_pod_cpu_watts{zone="core",pod_namespace="d",pod_name="p1",state="running"} 3
        gateway_function_invocation_total{code="200",function_name="f.openfaas-fn"} %d
        gateway_functions_seconds_sum{code="200",function_name="f.openfaas-fn"} %d
        gateway_functions_seconds_count{code="200",function_name="f.openfaas-fn"} %d
        """
            .formatted(n, 2 * n, 10 * n, 5 * n, 10 * n));
  }

  @Test
  void theDefaultQueriesFindWhatTheyAreFor() throws InterruptedException {
    try (StandInServer meters = StandInServer.start(request -> metrics());
        RealServer prometheus =
            RealServer.up(
                "prometheus.sh",
                folder.resolve("prometheus"),
                "--target",
                "meters=127.0.0.1:" + meters.uri().getPort())) {
      assumeThat(prometheus.missing()).isEmpty();
      Environment environment =
          new Environment(
              Map.of(
                  "edgewatt_cluster_prometheus_url",
                  prometheus.get("url"),
                  "edgewatt_cluster_prometheus_interval",
                  "0.5",
                  "edgewatt_cluster_prometheus_window",
                  "10"));
      try (PrometheusSource source =
          PrometheusSource.start(environment, sink, Names.AS_TOLD, Clock.systemUTC())) {
        await("node CPU", () -> !sink.samples("nodeCpu").isEmpty());
        await("requests", () -> !sink.traffic.isEmpty());
        await("CPU time", () -> sink.samples("cpuTime").size() >= 3);
        await("watts", () -> !sink.samples("podWatts").isEmpty());
        assertThat(sink.samples("nodeCpu"))
            .allSatisfy(one -> assertThat(one.value()).isBetween(-0.01, 1.01));
        assertThat(sink.samples("nodeWatts"))
            .allSatisfy(one -> assertThat(one.of() + one.value()).isEqualTo("k130.0"));
        assertThat(sink.samples("podWatts"))
            .allSatisfy(one -> assertThat(one.of() + one.value()).isEqualTo("p14.0"));
        assertThat(sink.samples("cpuTime"))
            .allSatisfy(
                one -> {
                  assertThat(one.value() % 3e9).isZero();
                  assertThat(one.at()).isBefore(Instant.now());
                });
        assertThat(sink.traffic)
            .singleElement()
            .satisfies(
                one -> {
                  assertThat(one.function()).isEqualTo("f");
                  assertThat(one.requestsPerSecond()).isPositive();
                  assertThat(one.responseSeconds()).isBetween(0.499, 0.501);
                });
        assertThat(source.problems()).isEmpty();
        assertThat(source.missing()).isEmpty();
      }
    }
  }

  private static void await(String what, BooleanSupplier reached) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
