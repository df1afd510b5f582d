package io.github.edgewatt.cluster.live;

import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How much a live view keeps.
 *
 * @param telemetryWindow how old samples may be; no look-back sees further
 * @param traceWindow how long ago requests may have been answered, likewise
 * @param skew how far clocks of others may be ahead of this one's
 * @param latencies what is known of latencies from the start
 * @param mostSamples samples a series, 2 or more
 * @param mostTraces requests in all
 * @param mostNodes nodes that may be known
 * @param mostPods pods that may be known, of functions, gateways and others, each
 * @param mostWaiting series whose container, pod or node is not known yet
 */
public record LiveOptions(
    Duration telemetryWindow,
    Duration traceWindow,
    Duration skew,
    LatencyGraph latencies,
    int mostSamples,
    int mostTraces,
    int mostNodes,
    int mostPods,
    int mostWaiting) {
  /** Windows of 60 s, as published. */
  public static final LiveOptions DEFAULTS = windows(Duration.ofSeconds(60));

  private static final int MOST = 10_000_000;

  public LiveOptions {
    Objects.requireNonNull(latencies, "latencies is null");
    if (telemetryWindow.isNegative()
        || telemetryWindow.isZero()
        || traceWindow.isNegative()
        || traceWindow.isZero()
        || skew.isNegative()) {
      throw new IllegalArgumentException("windows last longer than 0, and a skew not less");
    }
    if (mostSamples < 2 || mostTraces < 1 || mostNodes < 1 || mostPods < 1 || mostWaiting < 1) {
      throw new IllegalArgumentException("a view keeps 2 samples a series and 1 of all else");
    }
  }

  /** The usual bounds with both windows as long. */
  public static LiveOptions windows(Duration window) {
    return new LiveOptions(
        window,
        window,
        Duration.ofSeconds(5),
        LatencyGraph.EMPTY,
        512,
        100_000,
        10_000,
        100_000,
        10_000);
  }

  /**
   * From {@code galileo_context_telemetry_window_size} and {@code
   * galileo_context_trace_window_size} (60 s), {@code galileo_context_max_latency} (0 ms) and
   * {@code galileo_context_latency_graph_json} (a file, read now), and ours: {@code
   * galileo_context_clock_skew} (5 s), {@code galileo_context_max_samples} (512 a series), {@code
   * galileo_context_max_traces} (100,000), {@code galileo_context_max_nodes} (10,000), {@code
   * galileo_context_max_pods} (100,000), {@code galileo_context_max_waiting} (10,000).
   *
   * @throws IllegalArgumentException one line that names the variable
   */
  public static LiveOptions of(Environment environment) {
    String name = "galileo_context_";
    double window = DEFAULTS.telemetryWindow.toMillis() / 1e3;
    double leastMax = environment.number(name + "max_latency", 0, 0, 1e9);
    LatencyGraph latencies =
        environment
            .text(name + "latency_graph_json")
            .map(file -> LatencyFile.read(name + "latency_graph_json", Path.of(file), leastMax))
            .orElse(new LatencyGraph(LatencyGraph.EMPTY.edges(), leastMax));
    return new LiveOptions(
        environment.seconds(name + "telemetry_window_size", window),
        environment.seconds(name + "trace_window_size", window),
        environment.seconds(name + "clock_skew", DEFAULTS.skew.toMillis() / 1e3),
        latencies,
        environment.whole(name + "max_samples", DEFAULTS.mostSamples, 2, MOST),
        environment.whole(name + "max_traces", DEFAULTS.mostTraces, 1, MOST),
        environment.whole(name + "max_nodes", DEFAULTS.mostNodes, 1, MOST),
        environment.whole(name + "max_pods", DEFAULTS.mostPods, 1, MOST),
        environment.whole(name + "max_waiting", DEFAULTS.mostWaiting, 1, MOST));
  }
}
