package io.github.edgewatt.forecaster.suggest;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;

/** Symmetric positive matrices as plain arrays: made, added to, solved. */
final class Symmetric {
  /** Relative difference of mirrored entries that rounding may make. */
  private static final double ROUNDING = 1e-6;

  private static final double LEAST_PIVOT = 1e-14;

  private Symmetric() {}

  static double[][] identity(int width) {
    double[][] matrix = new double[width][width];
    for (int j = 0; j < width; j++) {
      matrix[j][j] = 1;
    }
    return matrix;
  }

  /** Adds {@code weight · v vᵀ}. */
  static void addOuter(double[][] matrix, double[] vector, double weight) {
    for (int i = 0; i < vector.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        matrix[i][j] += weight * (vector[i] * vector[j]);
      }
    }
  }

  static double[] times(double[][] matrix, double[] vector) {
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

  static double[] solve(double[][] matrix, double[] right) {
    return solver(matrix).solve(new ArrayRealVector(right, false)).toArray();
  }

  static double[][] inverse(double[][] matrix) {
    return solver(matrix).getInverse().getData();
  }

  private static DecompositionSolver solver(double[][] matrix) {
    return new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), ROUNDING, LEAST_PIVOT)
        .getSolver();
  }
}
