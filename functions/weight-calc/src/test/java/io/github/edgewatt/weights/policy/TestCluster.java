package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.Trace;
import io.github.edgewatt.cluster.snapshot.Traffic;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small cluster, built word by word. A zone's gateway is on node {@code gw-ZONE}. */
final class TestCluster {
  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final List<ZoneNode> nodes = new ArrayList<>();
  private final List<FunctionPod> pods = new ArrayList<>();
  private final List<Gateway> gateways = new ArrayList<>();
  private final Map<String, Map<String, Double>> edges = new TreeMap<>();
  private final List<Trace> traces = new ArrayList<>();
  private final List<Traffic> traffic = new ArrayList<>();
  private final Map<String, Double> joules = new HashMap<>();
  private double asked = 0.1;

  TestCluster node(String name, String zone, double cores, double cpuShare) {
    nodes.add(
        new ZoneNode(
            name,
            zone,
            "",
            true,
            cores,
            new Resources(cores, 1e9, 110),
            Resources.NONE,
            cpuShare,
            Double.NaN));
    return this;
  }

  TestCluster gateway(String zone) {
    node("gw-" + zone, zone, 4, 0);
    gateways.add(new Gateway(zone, "gateway-" + zone, "gw-" + zone, zone + ".gw:8080"));
    return this;
  }

  TestCluster pod(String name, String function, String zone, String node, double cpuCores) {
    return pod(name, function, zone, node, cpuCores, name + ".ip", FunctionPod.Phase.RUNNING);
  }

  TestCluster pod(
      String name,
      String function,
      String zone,
      String node,
      double cpuCores,
      String address,
      FunctionPod.Phase phase) {
    pods.add(
        new FunctionPod(
            name,
            "default",
            name,
            function,
            zone,
            node,
            address,
            8080,
            phase,
            new Resources(asked, 1e6, 1),
            "c",
            "image",
            Map.of(),
            "",
            NOW,
            cpuCores,
            Double.NaN));
    return this;
  }

  /** How many cores pods ask for that are added from now on; 0.1 before. */
  TestCluster asking(double cores) {
    asked = cores;
    return this;
  }

  TestCluster latency(String from, String to, double millis) {
    edges.computeIfAbsent(from, key -> new TreeMap<>()).put(to, millis);
    return this;
  }

  TestCluster trace(
      double secondsAgo, String function, String from, String at, String pod, double seconds) {
    traces.add(
        new Trace(
            NOW.minusNanos((long) (secondsAgo * 1e9)),
            function,
            "client",
            from,
            at,
            pod,
            seconds,
            Double.NaN));
    return this;
  }

  TestCluster traffic(String function, String from, String at, double perSecond) {
    traffic.add(new Traffic(function, from, at, perSecond, Double.NaN));
    return this;
  }

  /** What one more request to a pod costs. */
  TestCluster joules(String pod, double value) {
    joules.put(pod, value);
    return this;
  }

  SnapshotIndex index() {
    return SnapshotIndex.of(
        new Snapshot(
            NOW,
            Duration.ofSeconds(15),
            nodes,
            pods,
            gateways,
            new LatencyGraph(edges, 0),
            traces,
            traffic));
  }

  EnergyPerRequest energy() {
    SnapshotIndex index = index();
    return new EnergyPerRequest() {
      @Override
      public double onNode(int function, int node) {
        return Double.NaN;
      }

      @Override
      public double ofPod(int pod) {
        return joules.getOrDefault(index.pod(pod).name(), Double.NaN);
      }
    };
  }

  WeightRound weigh(PolicySettings settings) {
    return weigh(settings, WeightMemory.NONE);
  }

  WeightRound weigh(PolicySettings settings, WeightMemory memory) {
    return Policies.of(settings).weigh(index(), energy(), memory);
  }

  /** The weights of a function in a zone by address. */
  static Map<String, Integer> of(WeightRound round, String function, String zone) {
    Map<String, Integer> weights = new TreeMap<>();
    for (ZoneWeights one : round.weights()) {
      if (one.function().equals(function) && one.zone().equals(zone)) {
        for (int i = 0; i < one.weights().length; i++) {
          weights.put(one.addresses().get(i), one.weights()[i]);
        }
      }
    }
    return weights;
  }
}
