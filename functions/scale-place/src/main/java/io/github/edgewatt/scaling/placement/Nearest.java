package io.github.edgewatt.scaling.placement;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.pressure.Pressures;

/**
 * The zone that calls; else the nearest with a pressure row for it, below the upper threshold, and
 * room; else the nearest with room. Zones without a gateway get nothing: nobody could ask there.
 */
public final class Nearest implements Placement {
  private final Pressures pressures;
  private final SnapshotIndex index;
  private final double maxThreshold;

  /** By these pressures. */
  public Nearest(Pressures pressures, double maxThreshold) {
    this.pressures = pressures;
    index = pressures.index();
    this.maxThreshold = maxThreshold;
  }

  @Override
  public Spot choose(Call call, Room room, boolean[] wanted) {
    if (!room.anywhere(call.asked())) {
      for (int zone = 0; zone < wanted.length; zone++) {
        wanted[zone] |= index.gateway(zone).isPresent();
      }
      return Spot.NONE;
    }
    int home = spot(call.client(), call, room, wanted);
    if (home >= 0) {
      return new Spot(call.client(), home, false, "");
    }
    int[] nearest = pressures.distances().nearest(call.client());
    for (int zone : nearest) {
      int row = pressures.demand().row(call.function(), zone, call.client());
      if (row >= 0 && pressures.value(row) < maxThreshold) {
        int node = spot(zone, call, room, wanted);
        if (node >= 0) {
          return new Spot(zone, node, false, "nearest with room and less pressure");
        }
      }
    }
    for (int zone : nearest) {
      int node = spot(zone, call, room, wanted);
      if (node >= 0) {
        return new Spot(zone, node, false, "nearest with room");
      }
    }
    return Spot.NONE;
  }

  private int spot(int zone, Call call, Room room, boolean[] wanted) {
    if (index.gateway(zone).isEmpty()) {
      return -1;
    }
    wanted[zone] = true;
    return room.in(zone, call.asked());
  }

  /** The one with the lowest CPU use; where none's is known the one made last. */
  @Override
  public int victim(int function, int zone) {
    int best = -1;
    for (int i = index.first(function, zone); i < index.end(function, zone); i++) {
      FunctionPod pod = index.pod(i);
      if (Replicas.serves(pod) && (best < 0 || idler(pod, index.pod(best)))) {
        best = i;
      }
    }
    return best;
  }

  private static boolean idler(FunctionPod pod, FunctionPod than) {
    // NaN is the highest of all to compare(): use that is not known goes last.
    int byUse = Double.compare(pod.cpuCores(), than.cpuCores());
    if (byUse != 0 || pod.createdAt() == null || than.createdAt() == null) {
      return byUse < 0;
    }
    return pod.createdAt().isAfter(than.createdAt());
  }
}
