package io.github.edgewatt.benchmarks.osmotic;

import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * All pods, and a scheduler as Kubernetes has it by default: of the nodes of the zone with room the
 * one with the largest share free afterwards ({@code LeastAllocated}), unless a pod prefers one.
 */
final class Fleet {
  private final World world;
  private final int lookbackSteps;
  private final int[] made;

  /** By function, each in the order of their names. */
  private final List<List<Replica>> byFunction = new ArrayList<>();

  private final double[] requestedCores;
  private final double[] requestedBytes;
  private final int[] requestedPods;

  Fleet(World world, int lookbackSteps) {
    this.world = world;
    this.lookbackSteps = lookbackSteps;
    made = new int[world.functions()];
    for (int f = 0; f < world.functions(); f++) {
      byFunction.add(new ArrayList<>());
    }
    requestedCores = new double[world.workers().size()];
    requestedBytes = new double[world.workers().size()];
    requestedPods = new int[world.workers().size()];
  }

  /** Makes a pod that may run on any node of its zone. */
  Replica create(int function, int zone, double now) {
    return create(function, zone, -1, now);
  }

  /**
   * Makes a pod at {@code now}; it comes up when it has a node and has started.
   *
   * @param preferred the node it goes to where that has room; -1: any
   */
  Replica create(int function, int zone, int preferred, double now) {
    int number = made[function]++;
    String name =
        String.format(
            Locale.ROOT,
            "%s-deployment-%05x",
            world.parameters().functions().get(function).name().replace('_', '-'),
            number);
    Replica replica =
        new Replica(name, function, zone, World.address(function, number), now, lookbackSteps);
    replica.preferred = preferred;
    byFunction.get(function).add(replica);
    place(replica, now);
    return replica;
  }

  /** Ends a pod: it takes requests until {@code goneSeconds}, so that gateways can turn away. */
  void end(Replica replica, double goneSeconds) {
    replica.phase = Phase.ENDING;
    replica.changesSeconds = goneSeconds;
  }

  /** Brings pods up and takes ended ones away, as it is at {@code now}. */
  void advance(double now) {
    for (List<Replica> replicas : byFunction) {
      for (Replica replica : replicas) {
        if (replica.phase == Phase.PENDING && replica.node < 0) {
          place(replica, now);
        } else if (replica.phase == Phase.PENDING && replica.changesSeconds <= now) {
          replica.phase = Phase.RUNNING;
        } else if (replica.phase == Phase.ENDING && replica.changesSeconds <= now) {
          replica.gone = true;
          request(replica, -1);
        }
      }
      replicas.removeIf(one -> one.gone);
    }
  }

  void forEach(Consumer<Replica> consumer) {
    byFunction.forEach(replicas -> replicas.forEach(consumer));
  }

  /** Pods that are to stay: pending and running. */
  int staying() {
    int count = 0;
    for (List<Replica> replicas : byFunction) {
      for (Replica replica : replicas) {
        count += replica.phase == Phase.ENDING ? 0 : 1;
      }
    }
    return count;
  }

  double requestedCores(int node) {
    return requestedCores[node];
  }

  double requestedBytes(int node) {
    return requestedBytes[node];
  }

  int requestedPods(int node) {
    return requestedPods[node];
  }

  private void place(Replica replica, double now) {
    double best = -1;
    Parameters.Function function = world.parameters().functions().get(replica.function);
    int first = replica.zone * world.parameters().nodes().workersPerZone();
    for (int n = first; n < first + world.parameters().nodes().workersPerZone(); n++) {
      Parameters.Kind kind = world.kind(world.workers().get(n));
      double cores = 1 - (requestedCores[n] + function.requestCores()) / kind.cores();
      double bytes = 1 - (requestedBytes[n] + function.requestBytes()) / kind.bytes();
      boolean fits =
          cores >= 0 && bytes >= 0 && requestedPods[n] < world.parameters().nodes().mostPods();
      double score = n == replica.preferred ? 1 : (cores + bytes) / 2;
      if (fits && score > best) {
        best = score;
        replica.node = n;
      }
    }
    if (replica.node >= 0) {
      replica.changesSeconds = now + world.parameters().pods().startSeconds();
      request(replica, 1);
    }
  }

  private void request(Replica replica, int sign) {
    if (replica.node >= 0) {
      Parameters.Function function = world.parameters().functions().get(replica.function);
      requestedCores[replica.node] += sign * function.requestCores();
      requestedBytes[replica.node] += sign * function.requestBytes();
      requestedPods[replica.node] += sign;
    }
  }
}
