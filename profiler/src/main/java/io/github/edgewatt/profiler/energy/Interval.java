package io.github.edgewatt.profiler.energy;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean over repeats and its 95 % confidence interval, {@code mean ± t(0.975, n - 1) * s /
 * sqrt(n)} (Student, "The probable error of a mean", 1908), which supposes repeats that are
 * independent and about normal.
 *
 * @param mean arithmetic mean; NaN without values
 * @param halfWidth half the interval's width; NaN below two values
 * @param count values it rests on
 */
public record Interval(double mean, double halfWidth, int count) {
  private static final double UPPER = 0.975;

  /** Over the values that are numbers; absent ones are left out. */
  public static Interval of(double... values) {
    double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
    int n = known.length;
    double mean = Arrays.stream(known).average().orElse(Double.NaN);
    if (n < 2) {
      return new Interval(mean, Double.NaN, n);
    }
    double squares = Arrays.stream(known).map(value -> (value - mean) * (value - mean)).sum();
    double deviation = Math.sqrt(squares / (n - 1));
    double t = TDistribution.of(n - 1).inverseCumulativeProbability(UPPER);
    return new Interval(mean, t * deviation / Math.sqrt(n), n);
  }

  /** Half width over mean, 0.05 for ± 5 %; NaN where either is absent or the mean is 0. */
  public double relativeHalfWidth() {
    return mean == 0 ? Double.NaN : halfWidth / Math.abs(mean);
  }
}
