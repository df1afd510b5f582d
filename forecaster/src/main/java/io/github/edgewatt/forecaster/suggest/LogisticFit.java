package io.github.edgewatt.forecaster.suggest;

import java.util.List;

/**
 * Logistic regression held by what is believed beforehand.
 *
 * <p>Maximises {@code Σ y log p + (1 - y) log(1 - p) - |β|² / 2}, with {@code p = 1 / (1 +
 * exp(-(offset + βᵀz)))}, by damped Newton steps. Without samples, or where they agree with the
 * offsets, the offsets stand; separable samples give finite coefficients.
 */
final class LogisticFit {
  private static final int MOST_STEPS = 50;
  private static final double LONGEST_STEP = 2;
  private static final double ENOUGH = 1e-8;

  private LogisticFit() {}

  /**
   * The coefficients β.
   *
   * @param width length of a vector
   * @param outcomes 0 to 1, one a vector: the share of repeats
   * @param offsets logit believed beforehand, one a vector
   */
  static double[] fit(int width, List<double[]> vectors, double[] outcomes, double[] offsets) {
    double[] beta = new double[width];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[][] curvature = Symmetric.identity(width);
      double[] slope = new double[width];
      for (int j = 0; j < width; j++) {
        slope[j] = -beta[j];
      }
      for (int i = 0; i < outcomes.length; i++) {
        double[] z = vectors.get(i);
        double p = probability(offsets[i] + Symmetric.dot(beta, z));
        for (int j = 0; j < width; j++) {
          slope[j] += (outcomes[i] - p) * z[j];
        }
        Symmetric.addOuter(curvature, z, p * (1 - p));
      }
      double[] change = Symmetric.solve(curvature, slope);
      double longest = 0;
      for (double part : change) {
        longest = Math.max(longest, Math.abs(part));
      }
      for (int j = 0; j < width; j++) {
        beta[j] += change[j] * Math.min(1, LONGEST_STEP / Math.max(longest, ENOUGH));
      }
      if (longest < ENOUGH) {
        break;
      }
    }
    return beta;
  }

  static double probability(double logit) {
    return 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, logit))));
  }
}
