package io.github.edgewatt.cluster.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A cluster at one instant.
 *
 * @param at when it was taken
 * @param lookback over which means were taken, and which traces are in it; more than 0
 * @param nodes all nodes known, workers and others, by name
 * @param pods the pods of functions that have not ended, by name
 * @param gateways at most one a zone, by zone
 * @param latencies between nodes
 * @param traces requests within the look-back, oldest first; bounded by who took the snapshot
 * @param traffic request rates, where there are no traces
 */
public record Snapshot(
    Instant at,
    Duration lookback,
    List<ZoneNode> nodes,
    List<FunctionPod> pods,
    List<Gateway> gateways,
    LatencyGraph latencies,
    List<Trace> traces,
    List<Traffic> traffic) {
  public Snapshot {
    if (lookback.isNegative() || lookback.isZero()) {
      throw new IllegalArgumentException("a look-back of " + lookback + ": more than 0");
    }
    nodes = List.copyOf(nodes);
    pods = List.copyOf(pods);
    gateways = List.copyOf(gateways);
    traces = List.copyOf(traces);
    traffic = List.copyOf(traffic);
  }
}
