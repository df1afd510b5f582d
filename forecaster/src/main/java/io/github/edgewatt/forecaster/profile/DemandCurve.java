package io.github.edgewatt.forecaster.profile;

import java.util.Map;
import java.util.TreeMap;

/**
 * A cost over the rate, as measured alone: the increase over the idle node, piecewise linear
 * between the measured rates and through the origin (no load, no increase).
 *
 * <p>Beyond the highest measured rate the curve goes on with the mean cost per request seen there:
 * extrapolating the last segment's slope would turn its noise into a forecast.
 */
public final class DemandCurve {
  private final double[] rates;
  private final double[] increases;

  private DemandCurve(double[] rates, double[] increases) {
    this.rates = rates;
    this.increases = increases;
  }

  /**
   * A curve through {@code increases}.
   *
   * @param increases rate in requests per second to mean increase over idle; rates of 0 or less and
   *     figures that are not finite are left out, negative increases count as 0
   */
  public static DemandCurve through(Map<Integer, Double> increases) {
    TreeMap<Integer, Double> kept = new TreeMap<>();
    increases.forEach(
        (rate, increase) -> {
          if (rate > 0 && Double.isFinite(increase)) {
            kept.put(rate, Math.max(0, increase));
          }
        });
    return new DemandCurve(
        kept.keySet().stream().mapToDouble(Integer::doubleValue).toArray(),
        kept.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Whether nothing was measured. */
  public boolean isEmpty() {
    return rates.length == 0;
  }

  /** Whether {@code rate} lies beyond what was measured. */
  public boolean isExtrapolated(double rate) {
    return rate > 0 && (isEmpty() || rate > rates[rates.length - 1]);
  }

  /**
   * The increase at {@code rate} requests per second; 0 without load, NaN for any other rate of a
   * curve without points.
   */
  public double at(double rate) {
    if (rate <= 0) {
      return 0;
    }
    if (isEmpty()) {
      return Double.NaN;
    }
    double below = 0;
    double belowValue = 0;
    for (int i = 0; i < rates.length; i++) {
      if (rate <= rates[i]) {
        double share = (rate - below) / (rates[i] - below);
        return belowValue + share * (increases[i] - belowValue);
      }
      below = rates[i];
      belowValue = increases[i];
    }
    return belowValue / below * rate;
  }
}
