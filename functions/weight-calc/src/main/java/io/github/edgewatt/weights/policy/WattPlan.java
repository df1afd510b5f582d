package io.github.edgewatt.weights.policy;

import java.util.Arrays;

/** How {@link WattRule} splits one function's work, zone by zone. */
final class WattPlan {
  private static final double[] NOTHING = {};
  private static final double GROWTH = 1.25;
  private static final double LEAST_PLANNED = 0.1;
  private static final double MOST_FILLED = 0.97;
  private static final double REACH = 0.5;
  private static final double LEAST_WORK = 0.001;
  private static final int SCALE = 1000;
  private static final int SCALE_PER_POD = 100;

  private final Targets targets;
  private final Distances distances;
  private final double[] rooms;
  private final double[] costs;
  private final double[] served;
  private final double beyondTarget;
  private final double[] roomOfZones;
  private final double[] planned;
  private final double excess;
  private final boolean spare;

  /**
   * @param rooms of pods, in cores
   * @param costs of pods, more than 0
   * @param origins by zone, the cores that its requests take
   * @param served by zone, the cores that its pods use: forwarded requests are split alike
   */
  WattPlan(
      Targets targets,
      Distances distances,
      double[] rooms,
      double[] costs,
      double[] origins,
      double[] served,
      double target) {
    this.targets = targets;
    this.distances = distances;
    this.rooms = rooms;
    this.costs = costs;
    this.served = served;
    beyondTarget = 1 / target - 1;
    roomOfZones = new double[origins.length];
    planned = new double[origins.length];
    double sum = 0;
    for (int zone = 0; zone < origins.length; zone++) {
      for (int i = targets.starts[zone]; i < targets.starts[zone + 1]; i++) {
        roomOfZones[zone] += rooms[i];
      }
      planned[zone] = Math.max(LEAST_WORK, GROWTH * origins[zone]);
      sum += excess(zone);
    }
    excess = sum;
    boolean any = false;
    for (int host : targets.hosts) {
      any |= left(host) > 0;
    }
    spare = any;
  }

  int[] zone(int zone) {
    int own = targets.own(zone);
    double[] remote = remote(zone);
    double away = sum(remote);
    double[] split = own(zone, excess(zone) - away);
    double sum = sum(split) + away;
    double scale = Math.max(SCALE, SCALE_PER_POD * own) / sum;
    int[] weights = new int[targets.count(zone)];
    for (int i = 0; i < own; i++) {
      weights[i] = Math.max(1, (int) (scale * split[i] + 0.5));
    }
    int at = own;
    for (int host = 0; host < remote.length; host++) {
      if (targets.hosts[host] != zone) {
        weights[at++] = (int) (scale * remote[host] + 0.5);
      }
    }
    return weights;
  }

  /** What does not fit into a zone, in cores. */
  private double excess(int zone) {
    return Math.max(0, planned[zone] - MOST_FILLED * roomOfZones[zone]);
  }

  /** What a zone has left, in cores. */
  private double left(int zone) {
    return Math.max(0, MOST_FILLED * roomOfZones[zone] - planned[zone]);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private double[] own(int zone, double rest) {
    double room = roomOfZones[zone];
    int start = targets.starts[zone];
    int end = targets.starts[zone + 1];
    double most = Math.max(planned[zone], GROWTH * served[zone]);
    double work = Math.min(MOST_FILLED * room, Math.max(most, LEAST_PLANNED * room));
    double[] ownRooms = Arrays.copyOfRange(rooms, start, end);
    double[] split = MeritOrder.fill(ownRooms, Arrays.copyOfRange(costs, start, end), work);
    for (int i = 0; i < split.length; i++) {
      split[i] += Math.max(0, rest) * ownRooms[i] / room;
    }
    return split;
  }

  /** What goes to each host, in cores; empty where nothing does. */
  private double[] remote(int zone) {
    double more = excess(zone);
    boolean alone = targets.own(zone) == 0;
    if (more == 0 || !(spare || alone)) {
      return NOTHING;
    }
    double[] split = new double[targets.hosts.length];
    double sum = spares(zone, split, alone ? 0 : 1, false);
    if (sum == 0 && alone) {
      sum = spares(zone, split, 0, true);
    }
    double all = sum + beyondTarget * roomOfZones[zone];
    double part = sum == 0 ? 0 : alone ? more / sum : Math.min(more / all, more / excess);
    for (int host = 0; host < split.length; host++) {
      split[host] *= part;
    }
    return split;
  }

  /** Writes what hosts could take, times their nearness; answers the sum. */
  private double spares(int zone, double[] spares, double nearest, boolean whole) {
    double[] near = distances.from(zone);
    double most = nearest;
    for (int host = 0; host < spares.length; host++) {
      int to = targets.hosts[host];
      double left = whole ? roomOfZones[to] : left(to);
      spares[host] = to == zone ? 0 : left;
      most = left > 0 && to != zone ? Math.max(most, near[to]) : most;
    }
    double sum = 0;
    for (int host = 0; host < spares.length; host++) {
      int to = targets.hosts[host];
      spares[host] = near[to] < REACH * most ? 0 : spares[host] * near[to];
      sum += spares[host];
    }
    return sum;
  }
}
