package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;

/** Weighs the targets of every function in every zone. Pure: no clock, no input or output. */
public interface WeightPolicy {
  /** Its name, as settings have it. */
  String name();

  /**
   * The weights of one round. A function that cannot be weighed is told of in the round's problems
   * and keeps no other from being weighed.
   *
   * @param energy of the same snapshot
   * @param memory what the round before remembered; {@link WeightMemory#NONE} at first
   */
  WeightRound weigh(SnapshotIndex index, EnergyPerRequest energy, WeightMemory memory);
}
