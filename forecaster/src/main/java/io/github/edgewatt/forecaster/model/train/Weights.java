package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.feature.Observation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much each observation counts in training. */
final class Weights {
  private Weights() {}

  /**
   * {@code 1 / sqrt(observations of the same pair)}, so that combinations measured at many rates do
   * not drown those measured at few; scaled to a mean of 1.
   */
  static double[] byPair(List<Observation> observations) {
    Map<String, Integer> counts = new HashMap<>();
    observations.forEach(observation -> counts.merge(observation.pair(), 1, Integer::sum));
    double[] weights = new double[observations.size()];
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / Math.sqrt(counts.get(observations.get(i).pair()));
      total += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= weights.length / total;
    }
    return weights;
  }
}
