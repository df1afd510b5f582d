package io.github.edgewatt.cluster.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A snapshot as arrays: functions, zones and nodes by number, pods grouped by function and zone.
 * Immutable; made once and asked often.
 *
 * <p>Functions and zones are numbered in the order of their names; zones are those of worker nodes,
 * of pods and of gateways. Pods without a zone or a node that is known are left out.
 */
public final class SnapshotIndex {
  private final Snapshot snapshot;
  private final List<String> functions;
  private final List<String> zones;
  private final Map<String, Integer> functionNumbers;
  private final Map<String, Integer> zoneNumbers;
  private final Map<String, Integer> nodeNumbers = new HashMap<>();
  private final Gateway[] gateways;

  /** Where the pods of function f in zone z begin in {@link #pods}, at f x zones + z. */
  private final int[] starts;

  private final FunctionPod[] pods;
  private final int[] podNodes;

  private final double[] podCores;

  /** Null where a pod is not reachable. */
  private final String[] targets;

  private final int[] nodeZones;
  private final List<List<ZoneNode>> workers = new ArrayList<>();
  private final double[] nodeMillis;

  /** From zone to zone, at from x zones + to. */
  private final double[] gatewayMillis;

  private SnapshotIndex(Snapshot snapshot) {
    this.snapshot = snapshot;
    List<ZoneNode> nodes = snapshot.nodes();
    for (int n = 0; n < nodes.size(); n++) {
      nodeNumbers.put(nodes.get(n).name(), n);
    }
    List<FunctionPod> all = snapshot.pods();
    Set<String> functionNames = new HashSet<>();
    Set<String> zoneNames = new HashSet<>();
    nodes.stream().filter(ZoneNode::worker).forEach(one -> zoneNames.add(one.zone()));
    snapshot.gateways().forEach(gateway -> zoneNames.add(gateway.zone()));
    for (FunctionPod pod : all) {
      functionNames.add(pod.function());
      zoneNames.add(pod.zone());
    }
    zoneNames.remove("");
    functions = functionNames.stream().sorted().toList();
    zones = zoneNames.stream().sorted().toList();
    functionNumbers = numbers(functions);
    zoneNumbers = numbers(zones);
    gateways = new Gateway[zones.size()];
    snapshot.gateways().stream()
        .filter(gateway -> !gateway.zone().isEmpty())
        .forEach(gateway -> gateways[zone(gateway.zone())] = gateway);
    nodeZones = new int[nodes.size()];
    zones.forEach(zone -> workers.add(new ArrayList<>()));
    for (int n = 0; n < nodeZones.length; n++) {
      nodeZones[n] = zone(nodes.get(n).zone());
      if (nodes.get(n).worker() && nodeZones[n] >= 0) {
        workers.get(nodeZones[n]).add(nodes.get(n));
      }
    }
    workers.replaceAll(List::copyOf);
    gatewayMillis = gatewaysApart();
    nodeMillis = nodesFromGateways();
    starts = new int[functions.size() * zones.size() + 1];
    int[] cells = new int[all.size()];
    int[] where = new int[all.size()];
    for (int i = 0; i < cells.length; i++) {
      FunctionPod pod = all.get(i);
      where[i] = node(pod.node());
      int zone = where[i] < 0 ? -1 : zone(pod.zone());
      cells[i] = zone < 0 ? -1 : function(pod.function()) * zones.size() + zone;
      if (cells[i] >= 0) {
        starts[cells[i] + 1]++;
      }
    }
    for (int cell = 1; cell < starts.length; cell++) {
      starts[cell] += starts[cell - 1];
    }
    int[] next = Arrays.copyOf(starts, starts.length);
    pods = new FunctionPod[starts[starts.length - 1]];
    podNodes = new int[pods.length];
    podCores = new double[pods.length];
    targets = new String[pods.length];
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] >= 0) {
        FunctionPod pod = all.get(i);
        int at = next[cells[i]]++;
        pods[at] = pod;
        podNodes[at] = where[i];
        podCores[at] = pod.cpuCores();
        targets[at] = pod.reachable() ? pod.address() + ":" + pod.port() : null;
      }
    }
  }

  private double[] gatewaysApart() {
    double[] apart = new double[zones.size() * zones.size()];
    for (int from = 0; from < gateways.length; from++) {
      for (int to = 0; to < gateways.length; to++) {
        apart[from * gateways.length + to] =
            from == to
                ? 0
                : gateways[from] == null || gateways[to] == null
                    ? Double.NaN
                    : snapshot.latencies().millis(gateways[from].node(), gateways[to].node());
      }
    }
    return apart;
  }

  private double[] nodesFromGateways() {
    double[] millis = new double[nodeZones.length];
    for (int n = 0; n < millis.length; n++) {
      Gateway gateway = nodeZones[n] < 0 ? null : gateways[nodeZones[n]];
      millis[n] =
          gateway == null
              ? Double.NaN
              : snapshot.latencies().millis(snapshot.nodes().get(n).name(), gateway.node());
    }
    return millis;
  }

  /** Indexes {@code snapshot}. */
  public static SnapshotIndex of(Snapshot snapshot) {
    return new SnapshotIndex(snapshot);
  }

  /** What it was made of. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** The names of the functions, by number. */
  public List<String> functions() {
    return functions;
  }

  /** The names of the zones, by number. */
  public List<String> zones() {
    return zones;
  }

  /** A function's number; -1 where it has no pods. */
  public int function(String name) {
    return functionNumbers.getOrDefault(name, -1);
  }

  /** A zone's number; -1 where it is not known. */
  public int zone(String name) {
    return zoneNumbers.getOrDefault(name, -1);
  }

  /** A node's number, its place in the snapshot; -1 where it is not known. */
  public int node(String name) {
    return nodeNumbers.getOrDefault(name, -1);
  }

  /** A zone's gateway. */
  public Optional<Gateway> gateway(int zone) {
    return Optional.ofNullable(gateways[zone]);
  }

  /** The first pod of a function in a zone; the pods are {@code first} to {@code end - 1}. */
  public int first(int function, int zone) {
    return starts[function * zones.size() + zone];
  }

  /** One after the last pod of a function in a zone. */
  public int end(int function, int zone) {
    return starts[function * zones.size() + zone + 1];
  }

  /** How many pods there are in all. */
  public int podCount() {
    return pods.length;
  }

  /** A pod by its number. */
  public FunctionPod pod(int pod) {
    return pods[pod];
  }

  /** The number of a pod's node. */
  public int nodeOf(int pod) {
    return podNodes[pod];
  }

  /** The pods of a function in a zone. */
  public List<FunctionPod> pods(int function, int zone) {
    return List.of(Arrays.copyOfRange(pods, first(function, zone), end(function, zone)));
  }

  /** A pod's mean CPU in cores; or NaN. As its record tells, but in one array. */
  public double cores(int pod) {
    return podCores[pod];
  }

  /** {@code IP:port} of a pod; empty where it is not {@link FunctionPod#reachable()}. */
  public String target(int pod) {
    return targets[pod] == null ? "" : targets[pod];
  }

  /** {@link FunctionPod#reachable()} of a pod, without a look at its record. */
  public boolean reachable(int pod) {
    return targets[pod] != null;
  }

  /** Worker nodes of a zone, by name. */
  public List<ZoneNode> workers(int zone) {
    return workers.get(zone);
  }

  /** The number of a node's zone; -1 where it has none. */
  public int zoneOf(int node) {
    return nodeZones[node];
  }

  /**
   * The latency of a node to the gateway of its own zone, in milliseconds; NaN where there is none
   * or it is not known. For a pod of another zone than its node's ask the snapshot's latencies.
   */
  public double nodeMillis(int node) {
    return nodeMillis[node];
  }

  /** The latency between two zones' gateways, in milliseconds; 0 within one, NaN if not known. */
  public double gatewayMillis(int from, int to) {
    return gatewayMillis[from * gateways.length + to];
  }

  private static Map<String, Integer> numbers(List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      numbers.put(names.get(i), i);
    }
    return numbers;
  }
}
