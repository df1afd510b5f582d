package io.github.edgewatt.benchmarks.steering;

import io.github.edgewatt.cluster.formula.Logistic;
import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The logistic weights as the osmotic edgebench's formula reads, pod by pod out of maps of objects:
 * the peer that arrays are measured against. Another zone's strength is looked at once for each
 * zone that sends to it.
 */
final class PlainWeights {
  private static final Logistic LATENCY = Logistic.around(250, 1, 0.2, 35, 0);

  private final Snapshot snapshot;
  private final Map<String, ZoneNode> nodes = new HashMap<>();
  private final Map<String, Map<String, List<FunctionPod>>> pods = new HashMap<>();

  PlainWeights(Snapshot snapshot) {
    this.snapshot = snapshot;
    snapshot.nodes().forEach(node -> nodes.put(node.name(), node));
    for (FunctionPod pod : snapshot.pods()) {
      pods.computeIfAbsent(pod.function(), key -> new HashMap<>())
          .computeIfAbsent(pod.zone(), key -> new ArrayList<>())
          .add(pod);
    }
  }

  /** By function, zone and address; another zone's strength times 100, as an own pod's. */
  Map<String, Map<String, Map<String, Integer>>> weigh() {
    Map<String, Map<String, Map<String, Integer>>> weights = new HashMap<>();
    for (String function : pods.keySet()) {
      for (Gateway gateway : snapshot.gateways()) {
        weights
            .computeIfAbsent(function, key -> new HashMap<>())
            .put(gateway.zone(), zone(function, gateway));
      }
    }
    return weights;
  }

  private Map<String, Integer> zone(String function, Gateway gateway) {
    Map<String, Integer> weights = new HashMap<>();
    for (FunctionPod pod : pods.get(function).getOrDefault(gateway.zone(), List.of())) {
      weights.put(pod.address() + ":" + pod.port(), (int) (100 * strength(pod, gateway)));
    }
    for (Gateway other : snapshot.gateways()) {
      List<FunctionPod> there = pods.get(function).getOrDefault(other.zone(), List.of());
      if (!other.equals(gateway) && !there.isEmpty()) {
        double mean = there.stream().mapToDouble(pod -> strength(pod, other)).average().orElse(0);
        double factor = factor(snapshot.latencies().millis(gateway.node(), other.node()));
        weights.put(other.address(), mean == 0 ? 0 : Math.max(1, (int) (100 * mean * factor)));
      }
    }
    return weights;
  }

  private double strength(FunctionPod pod, Gateway gateway) {
    double used = pod.cpuCores() / nodes.get(pod.node()).cores();
    double idle = Double.isNaN(used) ? 1 : Math.min(1, Math.max(0, 1 - used));
    return idle * factor(snapshot.latencies().millis(gateway.node(), pod.node()));
  }

  private static double factor(double millis) {
    return Math.max(0.01, 1 - LATENCY.share(millis == 0 ? 0.01 : millis));
  }
}
