package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.model.Linear;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;

/** Weighted ridge regression on standardised features, the intercept free. */
final class RidgeFit {
  private RidgeFit() {}

  /**
   * Minimises {@code Σ w (y - b - Σ β z)² / Σ w + penalty Σ β²}, z the features scaled to mean 0
   * and standard deviation 1. Constant features get weight 0.
   *
   * @param penalty above 0, in units of the target's variance per standard deviation
   */
  static Linear fit(Samples samples, double penalty) {
    int width = samples.features()[0].length;
    double total = 0;
    double meanTarget = 0;
    double[] mean = new double[width];
    for (int i = 0; i < samples.size(); i++) {
      double weight = samples.weights()[i];
      total += weight;
      meanTarget += weight * samples.targets()[i];
      for (int j = 0; j < width; j++) {
        mean[j] += weight * samples.features()[i][j];
      }
    }
    meanTarget /= total;
    double[] deviation = new double[width];
    for (int j = 0; j < width; j++) {
      mean[j] /= total;
    }
    for (int i = 0; i < samples.size(); i++) {
      for (int j = 0; j < width; j++) {
        double away = samples.features()[i][j] - mean[j];
        deviation[j] += samples.weights()[i] * away * away / total;
      }
    }
    for (int j = 0; j < width; j++) {
      double sd = Math.sqrt(deviation[j]);
      // A column that is constant but for rounding says nothing.
      deviation[j] = sd > 1e-9 * (1 + Math.abs(mean[j])) ? sd : Double.POSITIVE_INFINITY;
    }
    double[][] gram = new double[width][width];
    double[] moment = new double[width];
    double[] z = new double[width];
    for (int i = 0; i < samples.size(); i++) {
      double weight = samples.weights()[i] / total;
      for (int j = 0; j < width; j++) {
        z[j] = (samples.features()[i][j] - mean[j]) / deviation[j];
      }
      for (int j = 0; j < width; j++) {
        moment[j] += weight * z[j] * (samples.targets()[i] - meanTarget);
        for (int k = 0; k <= j; k++) {
          gram[j][k] += weight * z[j] * z[k];
        }
      }
    }
    for (int j = 0; j < width; j++) {
      gram[j][j] += penalty;
      for (int k = 0; k < j; k++) {
        gram[k][j] = gram[j][k];
      }
    }
    double[] beta =
        new CholeskyDecomposition(new Array2DRowRealMatrix(gram, false))
            .getSolver()
            .solve(new org.hipparchus.linear.ArrayRealVector(moment, false))
            .toArray();
    double intercept = meanTarget;
    for (int j = 0; j < width; j++) {
      beta[j] /= deviation[j];
      intercept -= beta[j] * mean[j];
    }
    return new Linear(intercept, beta);
  }
}
