package io.github.edgewatt.cluster.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

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

  private SnapshotIndex(Snapshot snapshot) {
    this.snapshot = snapshot;
    for (int n = 0; n < snapshot.nodes().size(); n++) {
      nodeNumbers.put(snapshot.nodes().get(n).name(), n);
    }
    TreeSet<String> functionNames = new TreeSet<>();
    TreeSet<String> zoneNames = new TreeSet<>();
    snapshot.nodes().stream().filter(ZoneNode::worker).forEach(one -> zoneNames.add(one.zone()));
    snapshot.gateways().forEach(gateway -> zoneNames.add(gateway.zone()));
    for (FunctionPod pod : snapshot.pods()) {
      functionNames.add(pod.function());
      zoneNames.add(pod.zone());
    }
    zoneNames.remove("");
    functions = List.copyOf(functionNames);
    zones = List.copyOf(zoneNames);
    functionNumbers = numbers(functions);
    zoneNumbers = numbers(zones);
    gateways = new Gateway[zones.size()];
    snapshot.gateways().forEach(gateway -> gateways[zone(gateway.zone())] = gateway);
    starts = new int[functions.size() * zones.size() + 1];
    int[] cells = new int[snapshot.pods().size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(snapshot.pods().get(i));
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
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] >= 0) {
        FunctionPod pod = snapshot.pods().get(i);
        int at = next[cells[i]]++;
        pods[at] = pod;
        podNodes[at] = nodeNumbers.get(pod.node());
      }
    }
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

  /** Worker nodes of a zone, by name. */
  public List<ZoneNode> workers(int zone) {
    String name = zones.get(zone);
    List<ZoneNode> workers = new ArrayList<>();
    for (ZoneNode node : snapshot.nodes()) {
      if (node.worker() && node.zone().equals(name)) {
        workers.add(node);
      }
    }
    return workers;
  }

  /** The latency between two zones' gateways, in milliseconds; 0 within one, NaN if not known. */
  public double gatewayMillis(int from, int to) {
    if (from == to) {
      return 0;
    }
    return gateways[from] == null || gateways[to] == null
        ? Double.NaN
        : snapshot.latencies().millis(gateways[from].node(), gateways[to].node());
  }

  private int cell(FunctionPod pod) {
    int zone = zone(pod.zone());
    return zone < 0 || !nodeNumbers.containsKey(pod.node())
        ? -1
        : function(pod.function()) * zones.size() + zone;
  }

  private static Map<String, Integer> numbers(List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      numbers.put(names.get(i), i);
    }
    return numbers;
  }
}
