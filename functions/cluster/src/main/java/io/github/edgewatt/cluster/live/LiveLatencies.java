package io.github.edgewatt.cluster.live;

import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Latencies as they were told, and what hops say since. Not safe for several threads. */
final class LiveLatencies {
  private static final double MOST_MILLIS = 60_000;
  private static final int MOST_LEARNT = 500_000;

  private final Drops drops;
  private final double leastMax;
  private LatencyGraph told;

  /** Both ways. */
  private final Map<String, Map<String, Double>> learnt = new HashMap<>();

  private int edges;
  private LatencyGraph current;

  LiveLatencies(LatencyGraph start, Drops drops) {
    this.drops = drops;
    leastMax = start.leastMax();
    told = start;
    current = start;
  }

  /** Replaces all, what was learnt too. */
  void told(LatencyGraph graph) {
    told = new LatencyGraph(graph.edges(), Math.max(leastMax, graph.leastMax()));
    current = told;
    learnt.clear();
    edges = 0;
  }

  /**
   * Learns from a request's hops: of a way from one gateway to the next, which takes half of there
   * and back, {@code sample = 2 x 1000 x (forwarded there - forwarded here)} ms; new = sample where
   * nothing or 0 is known, else (current + sample) / 2, both ways. That compares the clocks of two
   * nodes: a negative sample is theirs, not the network's.
   */
  void learn(List<RequestTrace.Hop> hops, Predicate<String> knownNode) {
    for (int i = 0; i + 1 < hops.size(); i++) {
      String from = hops.get(i).node();
      String to = hops.get(i + 1).node();
      Instant here = hops.get(i).forwarded();
      Instant there = hops.get(i + 1).forwarded();
      if (here == null || there == null || from.equals(to)) {
        continue;
      }
      double sample = 2 * 1000 * Times.seconds(here, there);
      if (!knownNode.test(from) || !knownNode.test(to)) {
        drops.count(Drop.HOP_UNKNOWN);
      } else if (!(sample >= 0 && sample <= MOST_MILLIS)) {
        drops.count(Drop.HOP_SKEWED);
      } else {
        learn(from, to, sample);
      }
    }
  }

  private void learn(String from, String to, double sample) {
    Double current = learnt.getOrDefault(from, Map.of()).get(to);
    if (current == null && edges >= MOST_LEARNT) {
      drops.count(Drop.TOO_MANY_LATENCIES);
      return;
    }
    double before = current == null ? told.millis(from, to) : current;
    double now = before > 0 ? (before + sample) / 2 : sample;
    edges += current == null ? 1 : 0;
    learnt.computeIfAbsent(from, node -> new HashMap<>()).put(to, now);
    learnt.computeIfAbsent(to, node -> new HashMap<>()).put(from, now);
    this.current = null;
  }

  /** Forgets what was learnt of a node. */
  void forget(String node) {
    Map<String, Double> gone = learnt.remove(node);
    if (gone != null) {
      gone.keySet().forEach(other -> learnt.getOrDefault(other, new HashMap<>()).remove(node));
      edges -= gone.size();
      current = null;
    }
  }

  /** As they are now. */
  LatencyGraph graph() {
    if (current == null) {
      Map<String, Map<String, Double>> all = new TreeMap<>();
      told.edges().forEach((from, to) -> all.put(from, new TreeMap<>(to)));
      learnt.forEach((from, to) -> all.computeIfAbsent(from, node -> new TreeMap<>()).putAll(to));
      current = new LatencyGraph(all, told.leastMax());
    }
    return current;
  }
}
