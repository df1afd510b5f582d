package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.feature.FeatureSpace;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Regressor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What cross-validation and the final fit do alike. */
final class Fitting {
  private static final int OVERLOAD_LEAF = 5;
  private static final int SAMPLES_PER_LEAF_STEP = 200;

  private Fitting() {}

  /** The features of each observation. */
  static double[][] features(FeatureSpace space, List<Observation> observations) {
    return observations.stream()
        .map(observation -> space.of(observation.load()))
        .toArray(double[][]::new);
  }

  /**
   * Samples of a node's figure; empty where fewer than two observations tell it.
   *
   * @param absolute whether to learn the figure itself and not its increase over rest
   */
  static Optional<Samples> samples(
      List<Observation> observations,
      double[] weights,
      double[][] features,
      int[] columns,
      Target target,
      boolean absolute) {
    List<double[]> rows = new ArrayList<>();
    List<Double> targets = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    for (int i = 0; i < observations.size(); i++) {
      double value = observations.get(i).increase(target);
      if (absolute) {
        Idle idle = observations.get(i).load().idle();
        value += target.of(idle);
      }
      if (Double.isFinite(value)) {
        rows.add(TargetFeatures.select(features[i], columns));
        targets.add(value);
        kept.add(weights[i]);
      }
    }
    if (rows.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new Samples(
            rows.toArray(double[][]::new),
            targets.stream().mapToDouble(Double::doubleValue).toArray(),
            kept.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  /** A forest whose value is the probability of overload: trees of 0 and 1, averaged. */
  static Regressor overloadForest(Samples samples, int trees, long seed) {
    int width = samples.features()[0].length;
    int leaf = Math.max(2, Math.min(OVERLOAD_LEAF, samples.size() / SAMPLES_PER_LEAF_STEP));
    return WekaForest.grow(
        samples, new WekaForest.Options(trees, leaf, (width + 1) / 2, (int) seed));
  }

  /** The regressor of a function's figure. */
  static Regressor function(Samples samples, int trees, long seed) {
    return Learner.fit(List.of(Learner.FOREST), samples, -1, trees, seed).get(Learner.FOREST);
  }
}
