package io.github.edgewatt.forecaster.suggest;

import java.util.List;

/**
 * How well a linear model of the features is known, and how much one more measurement would add.
 *
 * <p>With P the coefficients' covariance in units of the noise, starting at the identity, and M the
 * weighted second moment of the vectors that forecasts are wanted for, the forecasts' summed
 * variance is tr(P M). A measurement at z with information v lowers it by
 *
 * <pre>
 *   gain(z) = v · zᵀ P M P z / (1 + v · zᵀ P z)
 * </pre>
 *
 * (Cohn, Ghahramani and Jordan, "Active learning with statistical models", 1996; I-optimality in
 * the design of experiments.) It does not depend on what will be measured, so a whole batch can be
 * planned ahead.
 */
final class Information {
  private final double[][] moment;
  private double[][] covariance;

  /**
   * @param wanted vectors that forecasts are wanted for
   * @param weights how much each of them counts, 0 or more
   */
  Information(List<double[]> wanted, double[] weights) {
    int width = wanted.get(0).length;
    moment = new double[width][width];
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      Symmetric.addOuter(moment, wanted.get(i), weights[i]);
      total += weights[i];
    }
    for (double[] row : moment) {
      for (int j = 0; j < width; j++) {
        row[j] /= total;
      }
    }
    covariance = Symmetric.identity(width);
  }

  /** Takes measurements at {@code vectors} into account, inverting once. */
  void know(List<double[]> vectors, double[] information) {
    double[][] precision = Symmetric.inverse(covariance);
    for (int i = 0; i < information.length; i++) {
      Symmetric.addOuter(precision, vectors.get(i), information[i]);
    }
    covariance = Symmetric.inverse(precision);
  }

  /** Takes one measurement into account (Sherman and Morrison). */
  void know(double[] vector, double information) {
    double[] reach = Symmetric.times(covariance, vector);
    double share = information / (1 + information * Symmetric.dot(vector, reach));
    Symmetric.addOuter(covariance, reach, -share);
  }

  /** By which share of the summed variance a measurement would lower it, 0 to 1. */
  double gain(double[] vector, double information) {
    double[] reach = Symmetric.times(covariance, vector);
    double lowered = information * Symmetric.dot(reach, Symmetric.times(moment, reach));
    return lowered / (1 + information * Symmetric.dot(vector, reach)) / total();
  }

  /** The variance of the forecast at {@code vector}, in units of one measurement's noise. */
  double variance(double[] vector) {
    return Symmetric.dot(vector, Symmetric.times(covariance, vector));
  }

  private double total() {
    double trace = 0;
    for (int i = 0; i < moment.length; i++) {
      trace += Symmetric.dot(covariance[i], moment[i]);
    }
    return trace;
  }
}
