package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.model.IntervalScale;
import io.github.edgewatt.forecaster.score.Quantiles;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Conformal intervals: how wide bounds must be is read off forecasts for combinations that were
 * left out of training.
 *
 * <p>With residuals r and forecast increases y: s(y) = 20th percentile of |r| + (mean |r| / mean
 * |y|) · |y|. The bounds are the 5th and 95th percentile of r / s, each group of residuals counting
 * the same.
 */
final class IntervalFit {
  private static final double FLOOR_SHARE = 0.2;
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  /** Keeps a spread above 0 where every forecast was exact. */
  private static final double LEAST_FLOOR = 1e-9;

  private IntervalFit() {}

  /**
   * @param residuals measured - forecast, at least one
   * @param increases forecast increases
   * @param groups the group of each, such as its combination
   */
  static IntervalScale fit(double[] residuals, double[] increases, List<String> groups) {
    double[] absolute = Arrays.stream(residuals).map(Math::abs).toArray();
    double meanResidual = Arrays.stream(absolute).average().orElse(0);
    double meanIncrease = Arrays.stream(increases).map(Math::abs).average().orElse(0);
    double[] even = new double[residuals.length];
    Arrays.fill(even, 1);
    double floor = Math.max(LEAST_FLOOR, Quantiles.of(absolute, even, FLOOR_SHARE));
    double slope = meanIncrease > 0 ? meanResidual / meanIncrease : 0;
    IntervalScale unit = new IntervalScale(floor, slope, -1, 1);
    Map<String, Integer> counts = new HashMap<>();
    groups.forEach(group -> counts.merge(group, 1, Integer::sum));
    double[] scaled = new double[residuals.length];
    double[] weights = new double[residuals.length];
    for (int i = 0; i < residuals.length; i++) {
      scaled[i] = residuals[i] / unit.spread(increases[i]);
      weights[i] = 1.0 / counts.get(groups.get(i));
    }
    return new IntervalScale(
        floor,
        slope,
        Math.min(0, Math.min(Quantiles.of(scaled, weights, LOW), Quantiles.of(scaled, even, LOW))),
        Math.max(
            0, Math.max(Quantiles.of(scaled, weights, HIGH), Quantiles.of(scaled, even, HIGH))));
  }
}
