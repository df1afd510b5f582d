package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.List;

/** One round of {@link WattRule}: who works how much, and who may use how much of which node. */
final class WattRound implements Rule.RoundRule {
  /** A node keeps this part of its cores free for functions whatever else it does. */
  private static final double LEAST_ROOM = 0.01;

  /** What a pod is taken to be able to use, where it does not ask for more. */
  private static final double ONE_CORE = 1;

  /** What a pod without any work claims of its node, in cores. */
  private static final double LEAST_CLAIM = 0.001;

  private final SnapshotIndex index;
  private final EnergyPerRequest energy;
  private final PolicySettings settings;
  private final Distances distances;
  private final Fallback fallback;
  private final Demand demand;
  private final Targets[] targets;
  private final double[][] used;
  private final double[][] origins;
  private final double[][] serves;
  private final double[] rooms;
  private final double[] claims;

  WattRound(SnapshotIndex index, EnergyPerRequest energy, PolicySettings settings) {
    this.index = index;
    this.energy = energy;
    this.settings = settings;
    distances = Distances.whole(index, settings);
    fallback = new Fallback(index, distances, true);
    demand = new Demand(index);
    int functions = index.functions().size();
    targets = new Targets[functions];
    used = new double[functions][];
    origins = new double[functions][];
    serves = new double[functions][];
    rooms = new double[index.snapshot().nodes().size()];
    claims = new double[rooms.length];
  }

  @Override
  public boolean looks() {
    return true;
  }

  @Override
  public void look(Targets looked) {
    double[] cores = new double[looked.count()];
    double[] served = new double[looked.starts.length - 1];
    for (int zone = 0; zone < served.length; zone++) {
      for (int i = looked.starts[zone]; i < looked.starts[zone + 1]; i++) {
        double measured = index.cores(looked.pods[i]);
        cores[i] = measured > 0 && Double.isFinite(measured) ? measured : 0;
        served[zone] += cores[i];
      }
    }
    used[looked.function] = cores;
    serves[looked.function] = served.clone();
    origins[looked.function] =
        settings.scope() == Scope.GLOBAL ? demand.byOrigin(looked.function, served) : served;
    targets[looked.function] = looked;
  }

  @Override
  public void looked() {
    double[] ours = new double[rooms.length];
    for (Targets one : targets) {
      for (int zone = 0; one != null && zone + 1 < one.starts.length; zone++) {
        double claim = claim(one, zone);
        for (int i = one.starts[zone]; i < one.starts[zone + 1]; i++) {
          int node = index.nodeOf(one.pods[i]);
          ours[node] += used[one.function][i];
          claims[node] += claim;
        }
      }
    }
    List<ZoneNode> nodes = index.snapshot().nodes();
    for (int node = 0; node < rooms.length; node++) {
      double cores = nodes.get(node).cores();
      cores = cores > 0 && Double.isFinite(cores) ? cores : 1;
      double share = nodes.get(node).cpuShare();
      double all = Double.isFinite(share) ? share * cores : 0;
      double others = Math.max(0, all - ours[node]);
      rooms[node] = Math.max(LEAST_ROOM * cores, settings.wattTarget() * cores - others);
    }
  }

  @Override
  public Rule.FunctionRule of(Targets one) {
    double[] room = new double[one.count()];
    double[] costs = new double[one.count()];
    for (int zone = 0; zone + 1 < one.starts.length; zone++) {
      double claim = claim(one, zone);
      for (int i = one.starts[zone]; i < one.starts[zone + 1]; i++) {
        int node = index.nodeOf(one.pods[i]);
        // No pod can take a node's whole headroom: a handler works on about a core, or on what it
        // asks for. What it uses does not count, or the busier of two would be sent more.
        double asked = index.pod(one.pods[i]).requests().cores();
        double most = settings.wattTarget() * Math.max(ONE_CORE, asked);
        room[i] = Math.min(most, rooms[node] * claim / claims[node]);
        costs[i] = joules(one, i);
      }
      price(one, zone, costs);
    }
    WattPlan plan =
        new WattPlan(
            one,
            distances,
            room,
            costs,
            origins[one.function],
            serves[one.function],
            settings.wattTarget());
    return zone -> {
      int[] weights = plan.zone(zone);
      fallback.settle(weights, one, zone);
      return weights;
    };
  }

  private double claim(Targets one, int zone) {
    int own = one.own(zone);
    return own == 0 ? 0 : origins[one.function][zone] / own + LEAST_CLAIM;
  }

  private double joules(Targets one, int i) {
    double joules = energy.ofPod(one.pods[i]);
    if (!(joules > 0 && joules < Double.POSITIVE_INFINITY)) {
      joules = energy.onNode(one.function, index.nodeOf(one.pods[i]));
    }
    return joules > 0 && joules < Double.POSITIVE_INFINITY ? joules : Double.NaN;
  }

  /** Joules become costs, in place. */
  private void price(Targets one, int zone, double[] joules) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = one.starts[zone]; i < one.starts[zone + 1]; i++) {
      if (!Double.isNaN(joules[i])) {
        least = Math.min(least, joules[i]);
        most = Math.max(most, joules[i]);
      }
    }
    double strength = settings.wattStrength();
    for (int i = one.starts[zone]; i < one.starts[zone + 1]; i++) {
      double known = Double.isNaN(joules[i]) ? most : joules[i];
      double times = most == 0 ? 1 : known / least;
      double cost = strength == 1 ? times : Math.pow(times, strength);
      joules[i] = cost / distances.ofNode(index.nodeOf(one.pods[i]), zone);
    }
  }
}
