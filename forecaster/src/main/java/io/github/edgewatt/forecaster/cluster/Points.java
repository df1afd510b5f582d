package io.github.edgewatt.forecaster.cluster;

import java.util.Arrays;
import java.util.List;

/** Arithmetic of points: arrays of equal length. */
final class Points {
  private Points() {}

  static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  /** The mean of at least one point. */
  static double[] mean(List<double[]> points) {
    double[] mean = new double[points.get(0).length];
    for (double[] point : points) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += point[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= points.size();
    }
    return mean;
  }

  /** How many of the points differ from each other. */
  static int distinct(double[][] points) {
    return (int) Arrays.stream(points).map(Arrays::toString).distinct().count();
  }

  static double[][] copy(double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = rows[i].clone();
    }
    return copy;
  }
}
