package io.github.edgewatt.forecaster.model.train;

/**
 * What a learner learns from.
 *
 * @param features a row a sample, finite
 * @param targets a figure a sample, finite
 * @param weights above 0, one a sample
 */
record Samples(double[][] features, double[] targets, double[] weights) {
  Samples {
    if (features.length != targets.length || features.length != weights.length) {
      throw new IllegalArgumentException("features, targets and weights differ in length");
    }
  }

  int size() {
    return targets.length;
  }
}
