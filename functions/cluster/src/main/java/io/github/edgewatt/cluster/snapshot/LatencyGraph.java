package io.github.edgewatt.cluster.snapshot;

import java.util.Map;
import java.util.TreeMap;

/**
 * Latencies between nodes, in milliseconds. Looked up in both directions; a node's to itself is 0.
 *
 * @param edges from a node to others; names as the nodes have them
 * @param leastMax what {@link #maxMillis} is at least; 0 or more
 */
public record LatencyGraph(Map<String, Map<String, Double>> edges, double leastMax) {
  /** No edges at all. */
  public static final LatencyGraph EMPTY = new LatencyGraph(Map.of(), 0);

  public LatencyGraph {
    Map<String, Map<String, Double>> copy = new TreeMap<>();
    edges.forEach((from, to) -> copy.put(from, Map.copyOf(to)));
    edges = Map.copyOf(copy);
    for (Map<String, Double> to : edges.values()) {
      for (Map.Entry<String, Double> edge : to.entrySet()) {
        if (!(edge.getValue() >= 0) || Double.isInfinite(edge.getValue())) {
          throw new IllegalArgumentException(
              "a latency of " + edge.getValue() + " ms to " + edge.getKey() + ": 0 or more");
        }
      }
    }
    if (!(leastMax >= 0) || Double.isInfinite(leastMax)) {
      throw new IllegalArgumentException("a highest latency of " + leastMax + " ms: 0 or more");
    }
  }

  /** The latency between two nodes in milliseconds; NaN where the graph has a hole. */
  public double millis(String from, String to) {
    if (from.equals(to)) {
      return 0;
    }
    Double there = edges.getOrDefault(from, Map.of()).get(to);
    if (there == null) {
      there = edges.getOrDefault(to, Map.of()).get(from);
    }
    return there == null ? Double.NaN : there;
  }

  /** The highest latency of all edges, and {@code leastMax} at least; 0 of none. */
  public double maxMillis() {
    double most = leastMax;
    for (Map<String, Double> to : edges.values()) {
      for (double millis : to.values()) {
        most = Math.max(most, millis);
      }
    }
    return most;
  }
}
