package io.github.edgewatt.profiler.measure.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.fixtures.Fault;
import io.github.edgewatt.profiler.faults.FaultLine;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.overload.VerdictRule;
import io.github.edgewatt.profiler.overload.WindowQuality;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Faults of a Prometheus whose waits are long, on a clock that stands still unless waited for. */
public final class PrometheusLongFaults {
  private PrometheusLongFaults() {}

  /** Away for more than a minute. */
  public static FaultLine away(String name) throws Exception {
    try (PrometheusWorld world = world()) {
      world.open();
      world.prometheus.server().fail("/api", request -> Fault.closed());
      WindowReading reading = world.window(100, 120, "figlet");
      assertThat(world.time.seconds()).isBetween(180.0, 182.0);
      assertThat(reading.nodeCpuPercent()).isNaN();
      return invalid(name, reading, "lost the connection");
    }
  }

  /** cAdvisor's container carries the name of another namespace. */
  public static FaultLine wrongLabel(String name) throws Exception {
    try (PrometheusWorld world = world()) {
      world.cadvisor.add(
          "container_cpu_usage_seconds_total",
          Map.of("namespace", "default", "container", "curl", "pod", "curl-a", "image", "i"),
          t -> 0.2 * t);
      return invalid(name, world.window(100, 120, "curl"), "CPU of curl: no samples");
    }
  }

  /** A window in which cAdvisor was down. */
  public static FaultLine gap(String name) throws Exception {
    try (PrometheusWorld world = world()) {
      world.open();
      world.cadvisor.down(106, 119);
      return invalid(name, world.window(100, 120, "figlet"), "15.0 s without a sample");
    }
  }

  private static PrometheusWorld world() throws Exception {
    PrometheusWorld world = new PrometheusWorld();
    world.container("figlet", "figlet-a", t -> 50 + 0.2 * t);
    return world;
  }

  private static FaultLine invalid(String name, WindowReading reading, String says) {
    assertThat(reading.problem()).contains(says);
    Verdict verdict = VerdictRule.judge(quality(reading));
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.INVALID);
    String stored = "the row is " + verdict.kind().text();
    return new FaultLine(name, "invalid: " + verdict.reasons().get(0), "", stored);
  }

  /** Of a load that was carried without fault. */
  private static WindowQuality quality(WindowReading reading) {
    return new WindowQuality(
        20,
        20,
        0,
        1,
        100,
        1,
        20,
        0,
        2,
        0,
        20,
        2,
        false,
        reading.problem(),
        "",
        false,
        List.of(),
        false);
  }

  /** A range query of four hours by the second. */
  public static FaultLine manyPoints(String name) throws Exception {
    try (PrometheusWorld world = world()) {
      world.time.goTo(800);
      Instant end = Instant.ofEpochMilli(world.time.epochMillis());
      List<MetricSeries> all =
          world
              .client
              .queryRange("up", end.minusSeconds(14_400), end, Duration.ofSeconds(1))
              .data();
      long asked =
          world.prometheus.server().requests().stream()
              .filter(request -> request.path().endsWith("/query_range"))
              .count();
      assertThat(asked).isEqualTo(2);
      assertThat(all).isNotEmpty();
      return new FaultLine(name, "nothing: asked for in 2 parts", "", "every point once");
    }
  }
}
