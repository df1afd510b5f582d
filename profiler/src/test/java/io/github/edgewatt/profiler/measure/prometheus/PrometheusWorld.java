package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.fixtures.FakePrometheus;
import io.github.edgewatt.fixtures.FakePrometheusSeries;
import io.github.edgewatt.fixtures.FakePrometheusTarget;
import io.github.edgewatt.profiler.energy.PowerModel;
import io.github.edgewatt.profiler.energy.WindowEnergy;
import io.github.edgewatt.profiler.measure.ReplicaSource;
import io.github.edgewatt.profiler.measure.ReplicaSource.Replicas;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.platform.FunctionInstance;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * A node of two cores, 70 % of one of them busy, with a cAdvisor that looks every second, both
 * scraped every five. Time stands still unless the product sleeps.
 */
final class PrometheusWorld implements AutoCloseable {
  static final Duration INTERVAL = Duration.ofSeconds(5);
  static final double GIB = 1L << 30;

  final FakeTime time = new FakeTime();
  final FakePrometheus prometheus = FakePrometheus.start(time::epochMillis);
  final FakePrometheusTarget node = prometheus.scrape("node", "n1:9100", INTERVAL);
  final FakePrometheusTarget cadvisor = prometheus.scrape("cadvisor", "n1:8080", INTERVAL);
  final PrometheusClient client;
  WindowEnergy energy = new NoWindowEnergy();
  Optional<PowerModel> estimate = Optional.empty();
  ReplicaSource replicas = (function, from, to) -> Replicas.unknown();
  OwnCpu own = OwnCpu.ELSEWHERE;
  PrometheusMeter meter;

  PrometheusWorld() throws Exception {
    client =
        new PrometheusClient(
            PrometheusSettings.parse(prometheus.uri().toString()),
            new PrometheusLimits(
                Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ZERO, 1 << 20),
            time::nanos,
            time);
    for (String cpu : List.of("0", "1")) {
      mode(node, cpu, "idle", t -> 10_000 + 0.6 * t);
      mode(node, cpu, "iowait", t -> 100 + 0.05 * t);
      mode(node, cpu, "steal", t -> 1);
      mode(node, cpu, "user", t -> 5_000 + 0.35 * t);
    }
    memory("MemTotal", 8);
    memory("MemAvailable", 6);
    memory("MemFree", 4);
    memory("Cached", 1.5);
    memory("Buffers", 0.5);
    cadvisor.add("container_cpu_usage_seconds_total", Map.of("id", "/"), t -> 9_000 + 0.7 * t);
  }

  FakePrometheusSeries mode(
      FakePrometheusTarget target, String cpu, String mode, DoubleUnaryOperator seconds) {
    return target.add("node_cpu_seconds_total", Map.of("cpu", cpu, "mode", mode), seconds);
  }

  private void memory(String what, double gib) {
    node.add("node_memory_" + what + "_bytes", Map.of(), t -> gib * GIB);
  }

  /** A container's CPU counter under the kubelet's labels, with its memory. */
  FakePrometheusSeries container(String function, String pod, DoubleUnaryOperator cpuSeconds) {
    Map<String, String> labels =
        Map.of(
            "namespace",
            "openfaas-fn",
            "container",
            function,
            "pod",
            pod,
            "image",
            "registry/" + function,
            "id",
            "/kubepods/" + pod);
    gauge("container_memory_working_set_bytes", labels, 3e6);
    gauge("container_memory_usage_bytes", labels, pod.endsWith("a") ? 5e6 : 7e6);
    Map<String, String> withCpu = new TreeMap<>(labels);
    withCpu.put("cpu", "total");
    return cadvisor
        .add("container_cpu_usage_seconds_total", withCpu, cpuSeconds)
        .ownTimes(Duration.ofSeconds(1));
  }

  FakePrometheusSeries gauge(String name, Map<String, String> labels, double value) {
    return cadvisor.add(name, labels, t -> value).ownTimes(Duration.ofSeconds(1));
  }

  PrometheusMeter open() throws Exception {
    PrometheusNode found = PrometheusNode.probe(client, Optional.of("n1"));
    Queries queries = Queries.standard();
    ScrapePlan plan = ScrapePlan.probe(client, ScrapePlan.uses(queries, found));
    meter =
        new PrometheusMeter(
            new PrometheusSetup(
                client,
                PrometheusSamples.open(client, plan.slowest(), time::nanos, time::epochMillis),
                found,
                queries,
                "openfaas-fn",
                plan,
                energy,
                estimate,
                replicas,
                own),
            time::nanos,
            time);
    return meter;
  }

  /** A window, asked for the moment it ends. */
  WindowReading window(double from, double to, String... functions) throws Exception {
    if (meter == null) {
      open();
    }
    meter.watch(List.of(functions).stream().map(PrometheusWorld::instance).toList());
    time.goTo(to);
    return meter.window(FakeTime.at(from), FakeTime.at(to));
  }

  static FunctionInstance instance(String name) {
    return new FunctionInstance(
        new FunctionSpec(name, "GET", "/", "text/plain", new byte[0]),
        URI.create("http://127.0.0.1:1"),
        List.of());
  }

  @Override
  public void close() {
    client.close();
    prometheus.close();
  }
}
