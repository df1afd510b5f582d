package io.github.edgewatt.benchmarks.osmotic;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.Trace;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes the snapshots that policies would get of a cluster with telemetry and traces. */
final class Photographer {
  private static final int PORT = 8080;

  private final World world;
  private final Duration lookback;
  private final List<ZoneNode> gatewayNodes = new ArrayList<>();
  private final List<Resources> allocatable = new ArrayList<>();
  private final List<Resources> requests = new ArrayList<>();
  private final List<Map<String, String>> labels = new ArrayList<>();

  Photographer(World world) {
    this.world = world;
    lookback = Duration.ofNanos((long) (world.parameters().lookbackSeconds() * 1e9));
    for (World.Machine machine : world.gatewayMachines()) {
      gatewayNodes.add(node(machine, false, allocatable(machine), Resources.NONE, Double.NaN));
    }
    for (World.Machine machine : world.workers()) {
      allocatable.add(allocatable(machine));
    }
    for (Parameters.Function function : world.parameters().functions()) {
      requests.add(new Resources(function.requestCores(), function.requestBytes(), 1));
      labels.add(Map.of("ether.edgerun.io/function", function.name().replace('_', '-')));
    }
  }

  /** The snapshot at {@code now}. */
  Snapshot take(Fleet fleet, Machines machines, List<Trace> traces, Instant now) {
    List<ZoneNode> nodes = new ArrayList<>();
    int perZone = world.parameters().nodes().workersPerZone();
    for (int z = 0; z < world.zones(); z++) {
      nodes.add(gatewayNodes.get(z));
      for (int n = z * perZone; n < (z + 1) * perZone; n++) {
        Resources requested =
            new Resources(fleet.requestedCores(n), fleet.requestedBytes(n), fleet.requestedPods(n));
        nodes.add(
            node(world.workers().get(n), true, allocatable.get(n), requested, machines.share(n)));
      }
    }
    List<FunctionPod> pods = new ArrayList<>();
    fleet.forEach(replica -> pods.add(pod(replica)));
    return new Snapshot(
        now, lookback, nodes, pods, world.gateways(), world.latencies(), traces, List.of());
  }

  private FunctionPod pod(Replica replica) {
    return new FunctionPod(
        replica.name,
        "default",
        replica.name,
        world.parameters().functions().get(replica.function).name(),
        world.zoneName(replica.zone),
        replica.node < 0 ? "" : world.workers().get(replica.node).name(),
        replica.phase == FunctionPod.Phase.PENDING ? "" : replica.ip,
        PORT,
        replica.phase,
        requests.get(replica.function),
        "function",
        "",
        labels.get(replica.function),
        "",
        at(replica.createdSeconds),
        replica.meanCores(),
        Double.NaN);
  }

  /** A simulated time as policies see it: seconds since 1970. */
  static Instant at(double seconds) {
    return Instant.ofEpochMilli(Math.round(seconds * 1000));
  }

  private ZoneNode node(
      World.Machine machine,
      boolean worker,
      Resources allocatable,
      Resources requested,
      double cpuShare) {
    Parameters.Kind kind = world.kind(machine);
    return new ZoneNode(
        machine.name(),
        machine.zoneName(),
        kind.name(),
        worker,
        kind.cores(),
        allocatable,
        requested,
        cpuShare,
        Double.NaN);
  }

  private Resources allocatable(World.Machine machine) {
    Parameters.Kind kind = world.kind(machine);
    return new Resources(kind.cores(), kind.bytes(), world.parameters().nodes().mostPods());
  }
}
