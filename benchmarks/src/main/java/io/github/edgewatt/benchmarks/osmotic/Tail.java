package io.github.edgewatt.benchmarks.osmotic;

/**
 * How the time that sharing adds to a request's own is spread: exponentially, told by seven values
 * and their probabilities, finer towards the tail, where percentiles are read. Their mean is
 * exactly 1.
 */
final class Tail {
  private static final double[] EDGES = {0, 0.25, 0.5, 0.75, 0.9, 0.97, 0.99, 1};

  /** How many values. */
  static final int POINTS = EDGES.length - 1;

  private static final double[] VALUES = new double[POINTS];
  private static final double[] SHARES = new double[POINTS];

  static {
    for (int i = 0; i < POINTS; i++) {
      SHARES[i] = EDGES[i + 1] - EDGES[i];
      VALUES[i] = (upper(EDGES[i]) - upper(EDGES[i + 1])) / SHARES[i];
    }
  }

  private Tail() {}

  /** The {@code point}-th value, times the mean. */
  static double value(int point) {
    return VALUES[point];
  }

  /** Its probability. */
  static double share(int point) {
    return SHARES[point];
  }

  /** The integral of the exponential's quantiles from {@code share} to 1. */
  private static double upper(double share) {
    double rest = 1 - share;
    return rest == 0 ? 0 : rest * (1 - Math.log(rest));
  }
}
