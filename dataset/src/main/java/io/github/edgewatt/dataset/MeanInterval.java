package io.github.edgewatt.dataset;

import java.util.Collection;

/**
 * A mean over repeats with its 95 % confidence interval (Student, "The probable error of a mean",
 * 1908), which supposes repeats that are independent and about normal.
 *
 * @param mean arithmetic mean; NaN for no values
 * @param halfWidth {@code t(0.975, n - 1) s / sqrt(n)}, s the sample standard deviation; NaN for
 *     fewer than two values, since one repeat tells nothing of its noise
 * @param count n, the finite values
 */
public record MeanInterval(double mean, double halfWidth, int count) {

  /** The interval of {@code values}; those that are not finite are left out. */
  public static MeanInterval of(Collection<Double> values) {
    double[] finite =
        values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray();
    int n = finite.length;
    double sum = 0;
    for (double value : finite) {
      sum += value;
    }
    double mean = n == 0 ? Double.NaN : sum / n;
    if (n < 2) {
      return new MeanInterval(mean, Double.NaN, n);
    }
    double squares = 0;
    for (double value : finite) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / (n - 1));
    return new MeanInterval(mean, StudentT.quantile975(n - 1) * deviation / Math.sqrt(n), n);
  }

  /** Whether there is a mean. */
  public boolean isPresent() {
    return count > 0;
  }
}
