package io.github.edgewatt.forecaster.model;

import java.util.List;

/**
 * How the probability of overload is forecast.
 *
 * @param perFunction whether the learner judges each function in the load, the node being
 *     overloaded where any is; otherwise it judges the node
 * @param learner what made it
 * @param features names of the features it sees, in its order
 * @param columns where those stand in the feature space
 * @param regressor score by features, about 0 to 1
 * @param calibration score of the node to probability
 * @param threshold probability from which a load counts as overloading, chosen for the best F1 on
 *     training data
 */
public record OverloadModel(
    boolean perFunction,
    String learner,
    List<String> features,
    int[] columns,
    Regressor regressor,
    MonotoneMap calibration,
    double threshold) {
  public OverloadModel {
    features = List.copyOf(features);
    if (features.size() != columns.length) {
      throw new IllegalArgumentException(
          features.size() + " feature names but " + columns.length + " columns");
    }
  }

  /** The learner's score for a vector of the whole feature space, 0 to 1. */
  public double score(double[] space) {
    return share(regressor.at(Columns.select(space, columns)));
  }

  /** The scores for many vectors of the whole feature space. */
  double[] scores(double[][] spaces) {
    double[] scores = regressor.all(Columns.selectAll(spaces, columns));
    for (int i = 0; i < scores.length; i++) {
      scores[i] = share(scores[i]);
    }
    return scores;
  }

  private static double share(double score) {
    return Math.min(1, Math.max(0, score));
  }
}
