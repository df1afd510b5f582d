package io.github.edgewatt.forecaster.suggest;

import java.util.Arrays;
import java.util.List;

/**
 * Brings features to mean 0 and standard deviation 1 over a reference set, cut at 4 deviations so
 * that no single outlier decides, behind a leading 1. Constant features become 0.
 */
final class Scaling {
  private static final double CUT = 4;

  private final double[] mean;
  private final double[] deviation;

  private Scaling(double[] mean, double[] deviation) {
    this.mean = mean;
    this.deviation = deviation;
  }

  /**
   * @param reference at least one vector, all of one length
   */
  static Scaling over(List<double[]> reference) {
    int width = reference.get(0).length;
    double[] mean = new double[width];
    double[] deviation = new double[width];
    for (double[] features : reference) {
      for (int j = 0; j < width; j++) {
        mean[j] += features[j] / reference.size();
      }
    }
    for (double[] features : reference) {
      for (int j = 0; j < width; j++) {
        deviation[j] += Math.pow(features[j] - mean[j], 2) / reference.size();
      }
    }
    for (int j = 0; j < width; j++) {
      double sd = Math.sqrt(deviation[j]);
      deviation[j] = sd > 1e-9 * (1 + Math.abs(mean[j])) ? sd : Double.POSITIVE_INFINITY;
    }
    return new Scaling(mean, deviation);
  }

  /** 1 and the scaled features. */
  double[] of(double[] features) {
    double[] scaled = new double[features.length + 1];
    Arrays.fill(scaled, 1);
    for (int j = 0; j < features.length; j++) {
      double z = (features[j] - mean[j]) / deviation[j];
      scaled[j + 1] = Math.max(-CUT, Math.min(CUT, z));
    }
    return scaled;
  }
}
