package io.github.edgewatt.forecaster.model;

/**
 * A forecast figure with its bounds.
 *
 * @param value the forecast
 * @param low the 5 % bound: one in twenty measurements is expected below
 * @param high the 95 % bound
 */
public record Interval(double value, double low, double high) {
  /** The distance between the bounds. */
  public double width() {
    return high - low;
  }

  /** Whether {@code measured} lies between the bounds. */
  public boolean covers(double measured) {
    return measured >= low && measured <= high;
  }
}
