package io.github.edgewatt.profiler.energy;

import java.util.Locale;
import java.util.Optional;

/**
 * How far apart the attribution by CPU share and the meter's own figure of a function are. Neither
 * is the truth, so neither is the base: {@code |a - m| / max(a, m)}, 0 for the same and 1 where one
 * of them is nothing.
 *
 * <p>They mean different things. A meter that splits the whole power of the node (Scaphandre,
 * Kepler's idle part) gives a function its share of the idle power too, and one that looks at
 * processes misses those that come and go between two looks: a function that forks a process for
 * each request is counted too low.
 */
public final class Disagreement {

  /** Two ways to split one node's energy that are further apart than this are worth a line. */
  public static final double WORTH_TELLING = 0.25;

  /** Below this many joules a difference is the counters' noise. */
  static final double LEAST_JOULES = 1;

  private Disagreement() {}

  /**
   * The relative difference.
   *
   * @param attributedJoules {@link EnergyShare}'s figure
   * @param meterJoules the meter's
   * @return 0 to 1; NaN where either is absent
   */
  public static double relative(double attributedJoules, double meterJoules) {
    if (Double.isNaN(attributedJoules) || Double.isNaN(meterJoules)) {
      return Double.NaN;
    }
    double larger = Math.max(attributedJoules, meterJoules);
    return larger <= 0 ? 0 : Math.abs(attributedJoules - meterJoules) / larger;
  }

  /** A line for the row, where the two are more than 25 % and more than 1 J apart. */
  public static Optional<String> note(
      String function, double attributedJoules, double meterJoules) {
    boolean telling =
        relative(attributedJoules, meterJoules) > WORTH_TELLING
            && Math.abs(attributedJoules - meterJoules) > LEAST_JOULES;
    return telling
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%s: %.1f J by CPU share, %.1f J by the meter's own count",
                function,
                attributedJoules,
                meterJoules))
        : Optional.empty();
  }
}
