package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.model.MonotoneMap;

/**
 * Turns scores into probabilities by a logistic curve (Platt, 1999): {@code p = σ(a · logit(s) +
 * b)}, a and b held weakly at 1 and 0, where scores are probabilities already. Two parameters keep
 * the order of scores and move little from one training set to the next; a step function through
 * the outcomes did neither.
 */
final class CalibrationFit {
  private static final int KNOTS = 40;
  private static final int STEPS = 30;
  private static final double LEAST = 1e-3;
  private static final double LEAST_SLOPE = 0.1;

  /** Worth of the prior, in scores. */
  private static final double HELD_BY = 10;

  private CalibrationFit() {}

  /**
   * Scores to probabilities; about {@link MonotoneMap#IDENTITY} where there is little to learn
   * from.
   *
   * @param scores 0 to 1
   * @param outcomes 0 to 1
   */
  static MonotoneMap fit(double[] scores, double[] outcomes) {
    double a = 1;
    double b = 0;
    for (int step = 0; step < STEPS; step++) {
      double slopeA = HELD_BY * (1 - a);
      double slopeB = -HELD_BY * b;
      double aa = HELD_BY;
      double ab = 0;
      double bb = HELD_BY;
      for (int i = 0; i < scores.length; i++) {
        double z = logit(scores[i]);
        double p = sigmoid(a * z + b);
        double weight = p * (1 - p);
        slopeA += (outcomes[i] - p) * z;
        slopeB += outcomes[i] - p;
        aa += weight * z * z;
        ab += weight * z;
        bb += weight;
      }
      double determinant = aa * bb - ab * ab;
      a = Math.max(LEAST_SLOPE, a + bounded((bb * slopeA - ab * slopeB) / determinant));
      b += bounded((aa * slopeB - ab * slopeA) / determinant);
    }
    double[] from = new double[KNOTS + 1];
    double[] to = new double[KNOTS + 1];
    for (int i = 0; i <= KNOTS; i++) {
      from[i] = (double) i / KNOTS;
      to[i] = sigmoid(a * logit(from[i]) + b);
    }
    return new MonotoneMap(from, to);
  }

  /** Newton's steps may shoot far where outcomes are all but separated. */
  private static double bounded(double step) {
    return Math.max(-1, Math.min(1, step));
  }

  private static double logit(double score) {
    double inside = Math.min(1 - LEAST, Math.max(LEAST, score));
    return Math.log(inside / (1 - inside));
  }

  private static double sigmoid(double value) {
    return 1 / (1 + Math.exp(-value));
  }
}
