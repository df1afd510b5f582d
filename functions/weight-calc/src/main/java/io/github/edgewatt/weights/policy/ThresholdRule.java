package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;

/**
 * Weights by the headroom below a function's threshold, which the osmotic edgebench documents as
 * {@code (thr_f - util) / (sum thr - util)} and never had. For a pod i, and another zone z':
 *
 * <pre>
 * h_i  = max(0, thr_f - cores used / cores of its node) * near_i     nothing known: as if idle
 * H_z' = (sum of h over the pods of z') * near(z, z')                near(x) = 1 - L(x) / a
 * weight = round(1000 h / (sum of all h and H of zone z)), at least 1 for a pod with headroom
 * </pre>
 *
 * <p>Another zone counts only where it is at least half as near as the nearest target with
 * headroom. Where no target is below the threshold, headroom counts to 1 instead; where all are
 * fully busy, nearness decides alone. A zone's own pods get 1 each where they would all get 0.
 */
final class ThresholdRule implements Rule {
  private final PolicySettings settings;

  ThresholdRule(PolicySettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "threshold";
  }

  @Override
  public RoundRule round(SnapshotIndex index, EnergyPerRequest energy, WeightMemory memory) {
    Distances distances = Distances.whole(index, settings);
    Fallback fallback = new Fallback(index, distances, true);
    Use use = new Use(index);
    return targets -> {
      double threshold = settings.thresholdOf(index.functions().get(targets.function));
      Headroom below = new Headroom(targets, index, distances, use, threshold);
      return zone -> {
        int[] weights = new int[targets.count(zone)];
        if (!below.share(zone, weights)) {
          new Headroom(targets, index, distances, use, 1).share(zone, weights);
        }
        fallback.settle(weights, targets, zone);
        return weights;
      };
    };
  }
}
