package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.Trace;
import io.github.edgewatt.cluster.snapshot.Traffic;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A cluster that tests put together, change and take snapshots of. */
public final class TestCluster {
  public static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
  private static final double GIB = 1L << 30;

  private final List<ZoneNode> nodes = new ArrayList<>();
  private final List<FunctionPod> pods = new ArrayList<>();
  private final List<Gateway> gateways = new ArrayList<>();
  private final List<Trace> traces = new ArrayList<>();
  private final List<Traffic> traffic = new ArrayList<>();
  private final Map<String, Map<String, Double>> edges = new TreeMap<>();
  private Instant now = START;
  private int made;

  /** A zone with a gateway on a node of its own, {@code gw-<zone>}. */
  public TestCluster zone(String zone) {
    nodes.add(
        new ZoneNode(
            "gw-" + zone, zone, "", false, 2, Resources.NONE, Resources.NONE, 0.1, Double.NaN));
    gateways.add(new Gateway(zone, "api-" + zone, "gw-" + zone, "10.1.0.1:8080"));
    return this;
  }

  /** A worker with 1 GiB a core. */
  public TestCluster worker(String name, String zone, double cores, int mostPods) {
    nodes.add(
        new ZoneNode(
            name,
            zone,
            "",
            true,
            cores,
            new Resources(cores, cores * GIB, mostPods),
            Resources.NONE,
            0.1,
            Double.NaN));
    return this;
  }

  /** The latency between two zones' gateways. */
  public TestCluster apart(String zone, String other, double millis) {
    return edge("gw-" + zone, "gw-" + other, millis);
  }

  public TestCluster edge(String node, String other, double millis) {
    edges.computeIfAbsent(node, key -> new TreeMap<>()).put(other, millis);
    return this;
  }

  /** A pod that serves, asking for 0.1 cores. */
  public TestCluster pod(String function, String zone, String node, double cpuCores) {
    return pod(function, zone, node, "10.0.0." + (made % 250 + 1), Phase.RUNNING, cpuCores);
  }

  public TestCluster pod(
      String function, String zone, String node, String address, Phase phase, double cpuCores) {
    made++;
    String name = function.replace('_', '-') + "-deployment-" + String.format("%05d", made);
    pods.add(
        new FunctionPod(
            "uid-" + made,
            "default",
            name,
            function,
            zone,
            node,
            address,
            8080,
            phase,
            new Resources(0.1, GIB / 100, 1),
            "main",
            "registry.example/" + function,
            Map.of(),
            "",
            now.plusMillis(made),
            cpuCores,
            Double.NaN));
    return this;
  }

  /** Requests that took so long each. */
  public TestCluster asked(String function, String origin, String zone, int count, double millis) {
    for (int i = 0; i < count; i++) {
      traces.add(new Trace(now, function, "client", origin, zone, "", millis / 1000, millis / 2));
    }
    return this;
  }

  public TestCluster traffic(
      String function, String origin, String zone, double perSecond, double millis) {
    traffic.add(new Traffic(function, origin, zone, perSecond, millis / 1000));
    return this;
  }

  public List<FunctionPod> pods() {
    return pods;
  }

  public List<ZoneNode> nodes() {
    return nodes;
  }

  public List<Gateway> gateways() {
    return gateways;
  }

  public List<Trace> traces() {
    return traces;
  }

  /** Lets time go by. */
  public TestCluster later(double seconds) {
    now = now.plusMillis(Math.round(seconds * 1000));
    return this;
  }

  /** Does what was decided: new pods run at once, with no CPU use yet, on a node with room. */
  public void apply(Outcome outcome) {
    outcome.removals().forEach(removal -> pods.remove(removal.pod()));
    for (Creation creation : outcome.creations()) {
      String node =
          creation.node().isEmpty()
              ? nodes.stream()
                  .filter(ZoneNode::worker)
                  .filter(one -> one.zone().equals(creation.zone()))
                  .filter(one -> requested(one).pods() < one.allocatable().pods())
                  .max((a, b) -> Double.compare(free(a), free(b)))
                  .orElseThrow()
                  .name()
              : creation.node();
      pod(creation.function(), creation.zone(), node, 0);
    }
  }

  private double free(ZoneNode node) {
    return node.allocatable().cores() - requested(node).cores();
  }

  /** What the pods on a node ask for. */
  public Resources requested(ZoneNode node) {
    Resources sum = Resources.NONE;
    for (FunctionPod pod : pods) {
      sum = pod.node().equals(node.name()) ? sum.plus(pod.requests()) : sum;
    }
    return sum;
  }

  public Snapshot snapshot() {
    List<ZoneNode> asked =
        nodes.stream()
            .map(
                node ->
                    new ZoneNode(
                        node.name(),
                        node.zone(),
                        node.type(),
                        node.worker(),
                        node.cores(),
                        node.allocatable(),
                        requested(node),
                        node.cpuShare(),
                        node.watts()))
            .toList();
    return new Snapshot(
        now,
        Duration.ofSeconds(15),
        asked,
        pods,
        gateways,
        new LatencyGraph(edges, 0),
        traces,
        traffic);
  }

  public SnapshotIndex index() {
    return SnapshotIndex.of(snapshot());
  }
}
