package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;

/** Decides where replicas appear and vanish. Pure: no clock, no input or output. */
public interface ScalingPolicy {
  /** Its name, as settings have it. */
  String name();

  /**
   * The decisions of one round.
   *
   * @param energy of the same snapshot
   * @param memory what the round before remembered; {@link ScalingMemory#NONE} at first
   */
  Outcome decide(SnapshotIndex index, EnergyPerRequest energy, ScalingMemory memory);
}
