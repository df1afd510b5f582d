package io.github.edgewatt.scaling.placement;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.pressure.Demand;
import io.github.edgewatt.scaling.pressure.Distances;
import io.github.edgewatt.scaling.pressure.Pressures;
import io.github.edgewatt.steering.energy.EnergyPerRequest;

/**
 * The node on which one more request costs the fewest joules, of those whose zone keeps the
 * required latency; where energy is not known, as {@link Nearest}.
 *
 * <p>A zone Z keeps it for clients of X if {@code d(X, Z) + s <= required}, s the least time that
 * is seen of the function anywhere without its way: the minimum over its rows of {@code max(0, q -
 * d)}. The zone that calls always does. Another zone's node is taken only where a request costs
 * less than {@code 1 - gain} times what it costs on the cheapest node of the zone that calls, so
 * that small differences move nothing.
 */
public final class Cheapest implements Placement {
  private final Pressures pressures;
  private final SnapshotIndex index;
  private final EnergyPerRequest energy;
  private final double gain;
  private final Nearest nearest;

  /**
   * Of the function asked about last: its costs by node, and the least of each zone; {@code lowest}
   * has those that are not above 0 among them.
   */
  private final double[] joules;

  private final double[] least;
  private final double[] lowest;
  private double required;
  private double own;
  private int function = -1;

  /** By these pressures and costs. */
  public Cheapest(Pressures pressures, EnergyPerRequest energy, double maxThreshold, double gain) {
    this.pressures = pressures;
    index = pressures.index();
    this.energy = energy;
    this.gain = gain;
    nearest = new Nearest(pressures, maxThreshold);
    joules = new double[index.snapshot().nodes().size()];
    least = new double[index.zones().size()];
    lowest = new double[least.length];
  }

  @Override
  public Spot choose(Call call, Room room, boolean[] wanted) {
    learn(call.function(), room);
    double home = least[call.client()];
    if (!room.anywhere(call.asked())
        || Double.isNaN(home)
        || index.gateway(call.client()).isEmpty()) {
      return nearest.choose(call, room, wanted);
    }
    int bestZone = -1;
    int bestNode = -1;
    double best = Double.POSITIVE_INFINITY;
    for (int zone = 0; zone < index.zones().size(); zone++) {
      double limit = zone == call.client() ? Double.POSITIVE_INFINITY : home * (1 - gain);
      // Most zones have nothing that is cheap enough, which is known before their nodes are.
      if (!(lowest[zone] < limit && lowest[zone] <= best) || !keeps(call, zone)) {
        continue;
      }
      for (int node : room.workers(zone)) {
        double cost = joules[node];
        boolean cheaper = cost < best || (cost == best && zone == call.client());
        if (cost < limit && cheaper && room.fits(node, call.asked())) {
          bestZone = zone;
          bestNode = node;
          best = cost;
        }
      }
    }
    if (bestNode < 0) {
      want(call, wanted, home, Double.POSITIVE_INFINITY);
      return nearest.choose(call, room, wanted);
    }
    want(call, wanted, home, best);
    wanted[bestZone] = true;
    wanted[call.client()] = true;
    return new Spot(
        bestZone, bestNode, true, bestZone == call.client() ? "" : "fewer joules a request");
  }

  /** Marks zones that have a node as cheap as the chosen one or cheaper, with room or without. */
  private void want(Call call, boolean[] wanted, double home, double best) {
    for (int zone = 0; zone < index.zones().size(); zone++) {
      boolean cheap = least[zone] <= best;
      boolean allowed = zone == call.client() || least[zone] < home * (1 - gain);
      wanted[zone] |= cheap && allowed && keeps(call, zone);
    }
  }

  private void learn(int asked, Room room) {
    if (function == asked) {
      return;
    }
    function = asked;
    required = pressures.formula().required(index.functions().get(asked));
    own = fastest();
    for (int zone = 0; zone < least.length; zone++) {
      least[zone] = Double.NaN;
      lowest[zone] = Double.POSITIVE_INFINITY;
      for (int node : room.workers(zone)) {
        joules[node] = energy.onNode(asked, node);
        lowest[zone] = joules[node] < lowest[zone] ? joules[node] : lowest[zone];
        if (!(least[zone] <= joules[node]) && joules[node] > 0) {
          least[zone] = joules[node];
        }
      }
    }
  }

  private boolean keeps(Call call, int zone) {
    if (zone == call.client()) {
      return true;
    }
    double millis = pressures.distances().millis(call.client(), zone) + own;
    return millis <= required && index.gateway(zone).isPresent();
  }

  private double fastest() {
    Demand demand = pressures.demand();
    Distances distances = pressures.distances();
    double fastest = Double.POSITIVE_INFINITY;
    for (int zone = 0; zone < least.length; zone++) {
      for (int row = demand.first(function, zone); row < demand.end(function, zone); row++) {
        double millis = demand.millis(row) - distances.millis(demand.client(row), zone);
        fastest = Double.isNaN(millis) ? fastest : Math.min(fastest, Math.max(0, millis));
      }
    }
    return fastest;
  }

  /** The one whose requests cost most; where no cost is known as {@link Nearest#victim}. */
  @Override
  public int victim(int function, int zone) {
    int worst = -1;
    double most = 0;
    for (int i = index.first(function, zone); i < index.end(function, zone); i++) {
      double joules = energy.ofPod(i);
      if (Replicas.serves(index.pod(i)) && joules > most) {
        worst = i;
        most = joules;
      }
    }
    return worst < 0 ? nearest.victim(function, zone) : worst;
  }
}
