package io.github.edgewatt.scaling.tuning;

import io.github.edgewatt.cluster.formula.Logistic;

/**
 * The logistic function's parameters as the environment gives them.
 *
 * @param a the upper asymptote, more than 0
 * @param b the lower asymptote, 0 to a
 * @param c the steepness, per millisecond, 0 or more
 * @param d the midpoint of response times, in milliseconds
 * @param offset what share of a midpoint is taken off it
 */
public record Curve(double a, double b, double c, double d, double offset) {
  /** Upstream's sample. */
  public static final Curve SAMPLE = new Curve(250, 1, 0.2, 35, 0);

  public Curve {
    if (!(a > 0) || !(b >= 0 && b <= a) || !(c >= 0) || !(d >= 0) || !(offset >= 0 && offset < 1)) {
      throw new IllegalArgumentException(
          "schedule_scale_opt_a, _b, _c, _d and _offset are "
              + String.join(", ", "" + a, "" + b, "" + c, "" + d, "" + offset)
              + ": a must be more than 0, b from 0 to a, c and d 0 or more, offset from 0 to below"
              + " 1");
    }
  }

  /** Around {@code d}. */
  public Logistic ofTimes() {
    return around(d);
  }

  /** Around {@code midpoint}, in milliseconds. */
  public Logistic around(double midpoint) {
    return Logistic.around(a, b, c, midpoint, offset);
  }
}
