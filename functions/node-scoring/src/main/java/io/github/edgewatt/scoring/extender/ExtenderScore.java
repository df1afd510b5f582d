package io.github.edgewatt.scoring.extender;

/**
 * Scores of 0 to 100 as the 0 to 10 that a scheduler takes: rounded down, the best of an answer
 * rounded up.
 *
 * <p>Eleven steps cannot keep the order of many nodes, but this way the best node stands alone: a
 * node that is worse by however little is at least one step below it. Rounding to the nearest would
 * make 96 and 100 equal, and the scheduler would draw lots between them.
 */
public final class ExtenderScore {
  /** Says nothing about a node. */
  public static final int NEUTRAL = 5;

  private static final double MOST = 100;
  private static final double STEP = 10;

  /** Sums of weighted scores miss whole numbers by less. */
  private static final double NOISE = 1e-6;

  private ExtenderScore() {}

  /** The steps of one answer; what is no number is neutral. */
  public static int[] of(double[] scores) {
    double best = 0;
    for (double score : scores) {
      best = Double.isNaN(score) ? best : Math.max(best, score);
    }
    int[] steps = new int[scores.length];
    for (int i = 0; i < scores.length; i++) {
      steps[i] = step(scores[i], best);
    }
    return steps;
  }

  private static int step(double score, double best) {
    if (Double.isNaN(score)) {
      return NEUTRAL;
    }
    double kept = Math.min(MOST, Math.max(0, score));
    return score >= best
        ? (int) Math.ceil((kept - NOISE) / STEP)
        : (int) Math.floor((kept + NOISE) / STEP);
  }
}
