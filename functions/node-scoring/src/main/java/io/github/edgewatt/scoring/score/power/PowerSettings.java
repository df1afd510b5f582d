package io.github.edgewatt.scoring.score.power;

import java.time.Duration;

/**
 * How the policy {@code power} decides.
 *
 * @param mode which rules
 * @param usageAge how old a node's measured use may be
 * @param climateAge how old temperatures may be
 * @param warmUp how long after it was placed a pod may count for more than it is measured to use
 * @param pendingShare {@link PowerMode#WAO_V2} only: the part of its requests, 0 to 1, that a bound
 *     pod counts for until it runs
 */
public record PowerSettings(
    PowerMode mode, Duration usageAge, Duration climateAge, Duration warmUp, double pendingShare) {
  /** Rules of our own; use 3 min, temperatures 20 min, warm-up 5 min; half of a pending pod. */
  public static final PowerSettings DEFAULTS = of(PowerMode.WATTS);

  public PowerSettings {
    if (usageAge.isNegative() || climateAge.isNegative() || warmUp.isNegative()) {
      throw new IllegalArgumentException("an age limit is below 0");
    }
    if (!(pendingShare >= 0 && pendingShare <= 1)) {
      throw new IllegalArgumentException(
          "the share of a pending pod is 0 to 1, not " + pendingShare);
    }
  }

  /** The defaults with other rules. */
  public static PowerSettings of(PowerMode mode) {
    return new PowerSettings(
        mode, Duration.ofMinutes(3), Duration.ofMinutes(20), Duration.ofMinutes(5), 0.5);
  }
}
