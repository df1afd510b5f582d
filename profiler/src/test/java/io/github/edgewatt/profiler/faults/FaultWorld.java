package io.github.edgewatt.profiler.faults;

import io.github.edgewatt.fixtures.FakeGateway;
import io.github.edgewatt.fixtures.FakeGatewayOptions;
import io.github.edgewatt.fixtures.FakeGatewayStubs;
import io.github.edgewatt.fixtures.FakePrometheus;
import io.github.edgewatt.fixtures.FakePrometheusSeries;
import io.github.edgewatt.fixtures.FakePrometheusTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;

/**
 * A gateway with stub functions and a Prometheus that scrapes a node of two cores five times a
 * second: 20 % of one core busy, 40 W by a Scaphandre.
 */
final class FaultWorld implements AutoCloseable {
  static final Duration SCRAPE = Duration.ofMillis(200);
  static final String COUNTER = "scaph_host_energy_microjoules";

  final Path folder;
  final FakeGatewayStubs stubs = new FakeGatewayStubs(Duration.ZERO);
  final FakeGateway gateway;
  final FakePrometheus prometheus = FakePrometheus.start();
  final FakePrometheusTarget node = prometheus.scrape("node", "n1:9100", SCRAPE);
  final FakePrometheusTarget cadvisor = prometheus.scrape("cadvisor", "n1:8080", SCRAPE);
  final FakePrometheusTarget power = prometheus.scrape("power", "n1:8081", SCRAPE);
  final FakePrometheusSeries idle;
  final FakePrometheusSeries figlet;
  final Path password;
  final Path stack;
  final CountDownLatch faulty = new CountDownLatch(1);
  private volatile double meterStops = Double.POSITIVE_INFINITY;

  private FaultWorld(Path folder, FakeGatewayOptions options) throws IOException {
    this.folder = folder;
    this.gateway = FakeGateway.start(options, stubs);
    this.password = folder.resolve("password");
    Files.writeString(password, gateway.password());
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    this.stack = folder.resolve("stack.yml");
    stack("figlet", "env");
    idle = mode("0", "idle", t -> 10_000 + 0.9 * t);
    mode("1", "idle", t -> 10_000 + 0.9 * t);
    for (String cpu : List.of("0", "1")) {
      mode(cpu, "user", t -> 5_000 + 0.1 * t);
    }
    node.add("node_uname_info", Map.of("nodename", "n1", "release", "6.1"), t -> 1);
    memory("MemTotal", 8);
    memory("MemAvailable", 6);
    memory("MemFree", 4);
    memory("Cached", 1.5);
    memory("Buffers", 0.5);
    figlet = container(cadvisor, "figlet");
    container(cadvisor, "env");
  }

  /** Of faasd's kind. */
  static FaultWorld faasd(Path folder) throws IOException {
    return new FaultWorld(folder, FakeGatewayOptions.faasd());
  }

  /** Of the Community Edition's kind. */
  static FaultWorld kubernetes(Path folder, Duration removedAfter) throws IOException {
    return new FaultWorld(
        folder, FakeGatewayOptions.kubernetes(Duration.ofMillis(300), removedAfter));
  }

  /** A Scaphandre of 40 W. */
  FakePrometheusSeries scaphandre() {
    return scaphandre(t -> 1e6 * (40_000 + 40 * t));
  }

  FakePrometheusSeries scaphandre(DoubleUnaryOperator microjoules) {
    return power.add(COUNTER, Map.of(), microjoules);
  }

  /** The stack file holds these functions. */
  void stack(String... names) throws IOException {
    StringBuilder text = new StringBuilder("version: 1.0\nprovider:\n  name: openfaas\nfunctions:");
    for (String name : names) {
      text.append(
          """

            %s:
              lang: dockerfile
              handler: ./%s
              image: example/%s:1
              labels:
                io.github.edgewatt.profile: "true"
          """
              .formatted(name, name, name));
    }
    Files.writeString(stack, text.toString());
  }

  /** Every function of the stack file gets one more label. */
  void labelled(String label, String value) throws IOException {
    String text = Files.readString(stack);
    Files.writeString(
        stack,
        text.replace("    labels:", "    labels:\n      %s: \"%s\"".formatted(label, value)));
  }

  /** A counter in microjoules that stands still from {@link #stopMeter} on. */
  DoubleUnaryOperator meter(double watts) {
    return t -> 1e6 * (40_000 + watts * Math.min(t, meterStops));
  }

  void stopMeter(double seconds) {
    meterStops = seconds;
  }

  private FakePrometheusSeries mode(String cpu, String mode, DoubleUnaryOperator seconds) {
    return node.add("node_cpu_seconds_total", Map.of("cpu", cpu, "mode", mode), seconds);
  }

  private void memory(String what, double gib) {
    node.add("node_memory_" + what + "_bytes", Map.of(), t -> gib * (1L << 30));
  }

  static FakePrometheusSeries container(FakePrometheusTarget target, String function) {
    Map<String, String> labels =
        Map.of(
            "namespace",
            "openfaas-fn",
            "container",
            function,
            "pod",
            function + "-a",
            "image",
            "example/" + function,
            "id",
            "/kubepods/" + function);
    target.add("container_memory_working_set_bytes", labels, t -> 3e6);
    target.add("container_memory_usage_bytes", labels, t -> 5e6);
    return target.add("container_cpu_usage_seconds_total", labels, t -> 50 + 0.02 * t);
  }

  /** Does something once, as the load on figlet begins. */
  void atLoad(Runnable action) {
    atLoadOf("figlet", action);
  }

  /** Does something once, as a load begins; the call before is the function's readiness. */
  void atLoadOf(String function, Runnable action) {
    AtomicInteger calls = new AtomicInteger();
    gateway
        .server()
        .fail(
            "/function/" + function,
            request -> {
              if (calls.incrementAndGet() == 2) {
                action.run();
                faulty.countDown();
              }
              return null;
            });
  }

  /** A run of a row of each function. */
  FaultRun run(String... more) throws IOException {
    return FaultRun.start(
        this,
        "profile 2 1s --functions env,figlet --step 2 --repeats 1 --design grid --warmup 0s"
            + " --settle 0s --rest-timeout 5s",
        more);
  }

  @Override
  public void close() {
    gateway.close();
    prometheus.close();
  }
}
