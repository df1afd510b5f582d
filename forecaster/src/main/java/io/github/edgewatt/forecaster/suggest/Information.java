package io.github.edgewatt.forecaster.suggest;

import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;

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
      addOuter(moment, wanted.get(i), weights[i]);
      total += weights[i];
    }
    for (double[] row : moment) {
      for (int j = 0; j < width; j++) {
        row[j] /= total;
      }
    }
    covariance = new double[width][width];
    for (int j = 0; j < width; j++) {
      covariance[j][j] = 1;
    }
  }

  /** Takes measurements at {@code vectors} into account, inverting once. */
  void know(List<double[]> vectors, double[] information) {
    double[][] precision =
        new CholeskyDecomposition(new Array2DRowRealMatrix(covariance, false))
            .getSolver()
            .getInverse()
            .getData();
    for (int i = 0; i < information.length; i++) {
      addOuter(precision, vectors.get(i), information[i]);
    }
    covariance =
        new CholeskyDecomposition(new Array2DRowRealMatrix(precision, false))
            .getSolver()
            .getInverse()
            .getData();
  }

  /** Takes one measurement into account (Sherman and Morrison). */
  void know(double[] vector, double information) {
    double[] reach = times(covariance, vector);
    double share = information / (1 + information * dot(vector, reach));
    addOuter(covariance, reach, -share);
  }

  /** By which share of the summed variance a measurement would lower it, 0 to 1. */
  double gain(double[] vector, double information) {
    double[] reach = times(covariance, vector);
    double lowered = information * dot(reach, times(moment, reach));
    return lowered / (1 + information * dot(vector, reach)) / total();
  }

  /** The variance of the forecast at {@code vector}, in units of one measurement's noise. */
  double variance(double[] vector) {
    return dot(vector, times(covariance, vector));
  }

  private double total() {
    double trace = 0;
    for (int i = 0; i < moment.length; i++) {
      trace += dot(covariance[i], moment[i]);
    }
    return trace;
  }

  private static void addOuter(double[][] matrix, double[] vector, double weight) {
    for (int i = 0; i < vector.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        matrix[i][j] += weight * vector[i] * vector[j];
      }
    }
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      product[i] = dot(matrix[i], vector);
    }
    return product;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
