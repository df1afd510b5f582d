package io.github.edgewatt.charts;

import java.util.Collection;

/** Axis ranges with round steps. */
public final class Scale {
  /** Charts whose largest values differ by less are drawn on one scale, so they compare by eye. */
  private static final double COMPARABLE = 6;

  private Scale() {}

  /** A step of 1, 2 or 5 times a power of ten that makes at most {@code most} steps to max. */
  public static double step(double max, int most) {
    double raw = max / most;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= raw * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** The first step at or above {@code max}; 1 where there is nothing above 0 to show. */
  public static double top(double max, int most) {
    if (!(max > 0) || Double.isInfinite(max)) {
      return 1;
    }
    double step = step(max, most);
    return Math.ceil(max / step - 1e-9) * step;
  }

  /** Whether charts with these largest values belong on one scale. */
  public static boolean isShared(Collection<Double> largest) {
    double[] finite =
        largest.stream().mapToDouble(Double::doubleValue).filter(v -> v > 0 && v < 1e300).toArray();
    double min = Double.POSITIVE_INFINITY;
    double max = 0;
    for (double value : finite) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    return finite.length > 0 && max / min <= COMPARABLE;
  }
}
