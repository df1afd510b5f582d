package io.github.edgewatt.profiler.report.figures;

import java.util.List;

/**
 * A mean and the half width of its 95 % confidence interval, {@code t(0.975, n - 1) * s / sqrt(n)}
 * with {@code s} the sample standard deviation (Student's t: repeats are few).
 *
 * @param mean the mean, NaN without values
 * @param halfWidth half the interval's width, NaN with fewer than two values
 * @param count how many values
 */
public record MeanInterval(double mean, double halfWidth, int count) {
  /** Two-sided 95 % quantiles of Student's t for 1 to 30 degrees of freedom. */
  private static final double[] T_95 = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042
  };

  private static final double Z_95 = 1.959964;

  /** The mean of the finite values among {@code values}; NaN and infinities are left out. */
  public static MeanInterval of(List<Double> values) {
    double[] finite =
        values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray();
    int count = finite.length;
    if (count == 0) {
      return new MeanInterval(Double.NaN, Double.NaN, 0);
    }
    double mean = 0;
    for (double value : finite) {
      mean += value / count;
    }
    if (count == 1) {
      return new MeanInterval(mean, Double.NaN, 1);
    }
    double squares = 0;
    for (double value : finite) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / (count - 1));
    return new MeanInterval(mean, t95(count - 1) * deviation / Math.sqrt(count), count);
  }

  /** Whether there is a mean. */
  public boolean isPresent() {
    return count > 0;
  }

  /**
   * The quantile; above the table by the first terms of its expansion around the normal's
   * (Abramowitz and Stegun 26.7.5), exact to 0.001 there.
   */
  static double t95(int degreesOfFreedom) {
    if (degreesOfFreedom <= T_95.length) {
      return T_95[degreesOfFreedom - 1];
    }
    double cubic = (Math.pow(Z_95, 3) + Z_95) / 4;
    double quintic = (5 * Math.pow(Z_95, 5) + 16 * Math.pow(Z_95, 3) + 3 * Z_95) / 96;
    return Z_95
        + cubic / degreesOfFreedom
        + quintic / ((double) degreesOfFreedom * degreesOfFreedom);
  }
}
