package io.github.edgewatt.forecaster.score;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Quantiles of weighted figures. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The smallest value below which (it included) at least {@code share} of the weight lies; NaN of
   * nothing.
   *
   * @param weights above 0, one a value
   * @param share 0 to 1
   */
  public static double of(double[] values, double[] weights, double share) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double sum = 0;
    for (int i : order) {
      sum += weights[i];
      if (sum >= share * total * (1 - 1e-12)) {
        return values[i];
      }
    }
    return values.length == 0 ? Double.NaN : values[order[order.length - 1]];
  }
}
