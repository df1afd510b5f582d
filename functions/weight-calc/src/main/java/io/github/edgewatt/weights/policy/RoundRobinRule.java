package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.Arrays;

/** Every target weighs 1, another zone's gateway as much as a pod. */
final class RoundRobinRule implements Rule {
  @Override
  public String name() {
    return "round-robin";
  }

  @Override
  public RoundRule round(SnapshotIndex index, EnergyPerRequest energy, WeightMemory memory) {
    return targets ->
        zone -> {
          int[] weights = new int[targets.count(zone)];
          Arrays.fill(weights, 1);
          return weights;
        };
  }
}
