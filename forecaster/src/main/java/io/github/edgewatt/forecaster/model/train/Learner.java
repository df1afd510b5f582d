package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.model.Blend;
import io.github.edgewatt.forecaster.model.Linear;
import io.github.edgewatt.forecaster.model.Regressor;
import io.github.edgewatt.forecaster.model.Sum;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The learners that compete for each figure. */
enum Learner {
  /** The physics value alone. */
  PHYSICS("physics"),
  /** Ridge regression on all features. */
  RIDGE("ridge"),
  /** A random forest. */
  FOREST("forest"),
  /** The physics value, and a forest on what it leaves. */
  PHYSICS_FOREST("physics, forest on the rest"),
  /** Ridge, and a forest on what it leaves. */
  RIDGE_FOREST("ridge, forest on the rest"),
  /** The mean of forest and ridge. */
  MEAN("mean of forest and ridge");

  private static final double PENALTY = 1e-3;
  private static final int REST_LEAF = 20;
  private static final int LEAF = 5;
  private static final int LEAST_LEAF = 3;
  private static final int SAMPLES_PER_LEAF_STEP = 100;

  private final String text;

  Learner(String text) {
    this.text = text;
  }

  /** The words that stand in files and tables. */
  String text() {
    return text;
  }

  /**
   * Fits all of {@code wanted}, sharing what they share.
   *
   * @param physics column of the physics value; negative where there is none, and then no learner
   *     that needs it may be wanted
   */
  static Map<Learner, Regressor> fit(
      List<Learner> wanted, Samples samples, int physics, int trees, long seed) {
    Map<Learner, Regressor> fitted = new EnumMap<>(Learner.class);
    Linear base = physics < 0 ? null : only(physics, samples);
    boolean needsRidge =
        wanted.contains(RIDGE) || wanted.contains(RIDGE_FOREST) || wanted.contains(MEAN);
    Linear ridge = needsRidge ? RidgeFit.fit(samples, PENALTY) : null;
    Regressor forest =
        wanted.contains(FOREST) || wanted.contains(MEAN)
            ? WekaForest.grow(samples, options(samples, LEAF, trees, seed))
            : null;
    for (Learner learner : wanted) {
      fitted.put(
          learner,
          switch (learner) {
            case PHYSICS -> base;
            case RIDGE -> ridge;
            case FOREST -> forest;
            case PHYSICS_FOREST -> corrected(base, samples, trees, seed);
            case RIDGE_FOREST -> corrected(ridge, samples, trees, seed);
            case MEAN -> new Blend(List.of(forest, ridge));
          });
    }
    return fitted;
  }

  private static Regressor corrected(Linear base, Samples samples, int trees, long seed) {
    double[] rest = samples.targets().clone();
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= base.at(samples.features()[i]);
    }
    Samples left = new Samples(samples.features(), rest, samples.weights());
    return new Sum(List.of(base, WekaForest.grow(left, options(left, REST_LEAF, trees, seed))));
  }

  /** Half the features at each split; small leaves where there is little to learn from. */
  private static WekaForest.Options options(Samples samples, int leaf, int trees, long seed) {
    int width = samples.features()[0].length;
    int least = Math.max(LEAST_LEAF, Math.min(leaf, samples.size() / SAMPLES_PER_LEAF_STEP));
    return new WekaForest.Options(trees, least, (width + 1) / 2, (int) seed);
  }

  private static Linear only(int column, Samples samples) {
    double[] weights = new double[samples.features()[0].length];
    weights[column] = 1;
    return new Linear(0, weights);
  }
}
