package io.github.edgewatt.forecaster.feature;

import io.github.edgewatt.dataset.NodeRow;

/**
 * A node's figures before the load comes: known in advance, unlike everything measured under load.
 * {@code NaN} where unknown.
 *
 * @param cpuPercent CPU in percent of one core
 * @param ramBytes memory in use in bytes
 * @param ramPercent memory in use in percent of all
 * @param powerWatts power in watts
 */
public record Idle(double cpuPercent, double ramBytes, double ramPercent, double powerWatts) {
  private static final double MICRO = 1e-6;

  /** What was read before {@code row}'s load. */
  public static Idle of(NodeRow row) {
    return new Idle(
        row.cpuIdlePercent(),
        row.ramIdleBytes(),
        row.ramIdlePercent(),
        row.powerIdleMicrowatts() * MICRO);
  }

  /** This, with {@code other}'s figures where this has none. */
  public Idle orElse(Idle other) {
    return new Idle(
        known(cpuPercent, other.cpuPercent),
        known(ramBytes, other.ramBytes),
        known(ramPercent, other.ramPercent),
        known(powerWatts, other.powerWatts));
  }

  private static double known(double first, double second) {
    return Double.isNaN(first) ? second : first;
  }
}
