package io.github.edgewatt.forecaster.model;

/**
 * How far measurements lie from forecasts, as seen on combinations the learner had not seen.
 *
 * <p>With s(y) = floor + slope · |y|, the bounds of a forecast increase y are {@code y + low ·
 * s(y)} and {@code y + high · s(y)}.
 *
 * @param floor spread of small increases, in the target's unit, above 0
 * @param slope how the spread grows with the increase, 0 or more
 * @param low 5th percentile of (measured - forecast) / s
 * @param high 95th percentile of the same
 */
public record IntervalScale(double floor, double slope, double low, double high) {
  /** s(y), in the target's unit. */
  public double spread(double increase) {
    return floor + slope * Math.abs(increase);
  }

  /** The bounds of {@code base + increase}. */
  public Interval around(double base, double increase) {
    double spread = spread(increase);
    return new Interval(
        base + increase, base + increase + low * spread, base + increase + high * spread);
  }
}
