package io.github.edgewatt.forecaster.profile;

import io.github.edgewatt.dataset.MeanInterval;
import io.github.edgewatt.dataset.StudentT;
import java.util.List;
import java.util.Map;

/**
 * The cost of one request from repeated measurements at several rates: least squares through the
 * origin, no load, no cost.
 *
 * <p>With costs per request c<sub>ij</sub> of repeat j at rate r<sub>i</sub> and weights
 * w<sub>i</sub> = r<sub>i</sub>² / Σr², the slope is Σ w<sub>i</sub> mean<sub>j</sub>
 * c<sub>ij</sub>. The noise s² is pooled within rates over Σ(n<sub>i</sub> - 1) degrees of freedom:
 * that the cost itself changes with the rate is no noise. Half width: t(0.975) s sqrt(Σ
 * w<sub>i</sub>² / n<sub>i</sub>).
 */
final class SlopeThroughOrigin {
  private SlopeThroughOrigin() {}

  /**
   * The slope with its 95 % interval, and the number of repeats used.
   *
   * @param costs rate to the repeats' costs per request; what is not finite is left out
   * @return without half width where no rate was repeated
   */
  static MeanInterval of(Map<Integer, List<Double>> costs) {
    double sumOfWeights = 0;
    double slope = 0;
    double squares = 0;
    double spread = 0;
    int count = 0;
    int freedom = 0;
    for (Map.Entry<Integer, List<Double>> entry : costs.entrySet()) {
      MeanInterval repeats = MeanInterval.of(entry.getValue());
      if (!repeats.isPresent()) {
        continue;
      }
      double weight = (double) entry.getKey() * entry.getKey();
      sumOfWeights += weight;
      slope += weight * repeats.mean();
      spread += weight * weight / repeats.count();
      squares += squares(entry.getValue(), repeats.mean());
      count += repeats.count();
      freedom += repeats.count() - 1;
    }
    if (count == 0) {
      return new MeanInterval(Double.NaN, Double.NaN, 0);
    }
    double halfWidth =
        freedom == 0
            ? Double.NaN
            : StudentT.quantile975(freedom)
                * Math.sqrt(squares / freedom)
                * Math.sqrt(spread)
                / sumOfWeights;
    return new MeanInterval(slope / sumOfWeights, halfWidth, count);
  }

  private static double squares(List<Double> values, double mean) {
    return values.stream()
        .filter(Double::isFinite)
        .mapToDouble(value -> (value - mean) * (value - mean))
        .sum();
  }
}
