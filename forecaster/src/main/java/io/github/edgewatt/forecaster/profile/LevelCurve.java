package io.github.edgewatt.forecaster.profile;

import java.util.Map;
import java.util.TreeMap;

/**
 * A figure over the rate that does not grow from zero, such as a latency or a success rate:
 * piecewise linear between the measured rates and constant beyond them.
 */
public final class LevelCurve {
  private final double[] rates;
  private final double[] values;

  private LevelCurve(double[] rates, double[] values) {
    this.rates = rates;
    this.values = values;
  }

  /** A curve through {@code points}, rate to value; values that are not finite are left out. */
  public static LevelCurve through(Map<Integer, Double> points) {
    TreeMap<Integer, Double> kept = new TreeMap<>(points);
    kept.values().removeIf(value -> !Double.isFinite(value));
    return new LevelCurve(
        kept.keySet().stream().mapToDouble(Integer::doubleValue).toArray(),
        kept.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  public boolean isEmpty() {
    return rates.length == 0;
  }

  /** The value at {@code rate} requests per second; NaN for a curve without points. */
  public double at(double rate) {
    if (isEmpty()) {
      return Double.NaN;
    }
    if (rate <= rates[0]) {
      return values[0];
    }
    for (int i = 1; i < rates.length; i++) {
      if (rate <= rates[i]) {
        double share = (rate - rates[i - 1]) / (rates[i] - rates[i - 1]);
        return values[i - 1] + share * (values[i] - values[i - 1]);
      }
    }
    return values[values.length - 1];
  }
}
