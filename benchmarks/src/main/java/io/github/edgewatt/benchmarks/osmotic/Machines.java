package io.github.edgewatt.benchmarks.osmotic;

import java.util.ArrayList;
import java.util.List;

/**
 * What pods get of their nodes and make of it, and what watts that takes.
 *
 * <p>A pod gets {@code min(limit, max(C - the others' wants, C r / sum of r))} of its node's C
 * cores, r being what it requests: what the others leave, on average, and its share under
 * contention.
 */
final class Machines {
  private final World world;
  private final List<List<Replica>> onNode = new ArrayList<>();
  private final double[] usedCores;

  Machines(World world) {
    this.world = world;
    usedCores = new double[world.workers().size()];
    for (int n = 0; n < usedCores.length; n++) {
      onNode.add(new ArrayList<>());
    }
  }

  /** Serves the arrivals of a step. */
  void serve(Fleet fleet) {
    onNode.forEach(List::clear);
    fleet.forEach(
        replica -> {
          if (replica.serves()) {
            onNode.get(replica.node).add(replica);
          }
        });
    for (int n = 0; n < usedCores.length; n++) {
      usedCores[n] = serve(world.kind(world.workers().get(n)), onNode.get(n));
    }
  }

  private double serve(Parameters.Kind kind, List<Replica> replicas) {
    Parameters.Pods pods = world.parameters().pods();
    double wanted = 0;
    double requested = 0;
    for (Replica replica : replicas) {
      Parameters.Function function = world.parameters().functions().get(replica.function);
      double cores = replica.arrivals * function.cpuSeconds() / kind.speed() + pods.idleCores();
      replica.demandCores = Math.min(cores, pods.limitCores());
      wanted += replica.demandCores;
      requested += function.requestCores();
    }
    double used = 0;
    for (Replica replica : replicas) {
      Parameters.Function function = world.parameters().functions().get(replica.function);
      double share = kind.cores() * function.requestCores() / requested;
      double left = kind.cores() - (wanted - replica.demandCores);
      double cores = Math.min(pods.limitCores(), Math.max(left, share));
      serve(replica, function.cpuSeconds() / kind.speed(), cores - pods.idleCores());
      used += replica.usedCores;
    }
    return used;
  }

  private void serve(Replica replica, double cpuSeconds, double cores) {
    Parameters.Pods pods = world.parameters().pods();
    double rate = cores / cpuSeconds;
    int most = (int) Math.min(pods.queueBound(), Math.max(1, rate * pods.clientTimeoutSeconds()));
    replica.queue = PodQueue.of(replica.arrivals, rate, most);
    replica.aloneSeconds = 1 / rate;
    replica.usedCores =
        replica.arrivals * (1 - replica.queue.lossShare()) * cpuSeconds + pods.idleCores();
    replica.remember();
  }

  /** The use of a worker's CPU, 0 to 1. */
  double share(int node) {
    return usedCores[node] / world.kind(world.workers().get(node)).cores();
  }

  /** The watts of all nodes, the gateways' among them. */
  double watts(Flows flows) {
    double watts = 0;
    for (int n = 0; n < usedCores.length; n++) {
      watts += world.power(world.workers().get(n)).watts(share(n));
    }
    for (World.Machine gateway : world.gatewayMachines()) {
      watts += world.power(gateway).watts(gatewayShare(gateway, flows));
    }
    return watts;
  }

  /** The watts of all nodes at rest. */
  double idleWatts() {
    double watts = 0;
    for (World.Machine machine : world.workers()) {
      watts += world.kind(machine).idleWatts();
    }
    for (World.Machine machine : world.gatewayMachines()) {
      watts += world.kind(machine).idleWatts();
    }
    return watts;
  }

  private double gatewayShare(World.Machine gateway, Flows flows) {
    Parameters.Kind kind = world.kind(gateway);
    return flows.handled(gateway.zone())
        * world.parameters().nodes().gatewayCpuSeconds()
        / (kind.speed() * kind.cores());
  }
}
