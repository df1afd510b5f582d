package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;

/** Every target weighs 1, another zone's gateway as much as a pod. */
final class RoundRobinRule implements Rule {
  @Override
  public String name() {
    return "round-robin";
  }

  @Override
  public RoundRule round(SnapshotIndex index, EnergyPerRequest energy, WeightMemory memory) {
    Constant ones = new Constant(1);
    return targets -> zone -> ones.of(targets.count(zone));
  }
}
