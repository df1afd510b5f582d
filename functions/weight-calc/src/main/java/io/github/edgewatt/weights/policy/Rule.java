package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;

/** A policy's formula, without what all policies do alike. */
interface Rule {
  /** The policy's name. */
  String name();

  /** Looks at what all functions share, once a round. */
  RoundRule round(SnapshotIndex index, EnergyPerRequest energy, WeightMemory memory);

  /** The formula within one round. Functions are looked at, then weighed, by several threads. */
  @FunctionalInterface
  interface RoundRule {
    /** Whether all functions must be looked at before any is weighed. */
    default boolean looks() {
      return false;
    }

    /** Looks at a function before any is weighed. */
    default void look(Targets targets) {}

    /** Every function has been looked at. */
    default void looked() {}

    /** Looks at what a function's zones share, once; zones are then asked one after the other. */
    FunctionRule of(Targets targets);

    /** What the next round must know; asked once all functions are weighed. */
    default WeightMemory memory() {
      return WeightMemory.NONE;
    }
  }

  /** The formula for one function. */
  @FunctionalInterface
  interface FunctionRule {
    /**
     * A zone's weights: of its own pods, then of other zones' gateways, as the targets order them.
     */
    int[] zone(int zone);
  }
}
