package io.github.edgewatt.forecaster.model;

/**
 * A rising piecewise linear function, constant beyond its ends: turns a learner's score into a
 * probability.
 *
 * @param from scores, rising, at least one
 * @param to values, never falling, one a score
 */
public record MonotoneMap(double[] from, double[] to) {
  /** Leaves scores from 0 to 1 as they are. */
  public static final MonotoneMap IDENTITY =
      new MonotoneMap(new double[] {0, 1}, new double[] {0, 1});

  public MonotoneMap {
    if (from.length == 0 || from.length != to.length) {
      throw new IllegalArgumentException("a map needs as many values as scores, at least one");
    }
    for (int i = 1; i < from.length; i++) {
      if (!(from[i] > from[i - 1]) || !(to[i] >= to[i - 1])) {
        throw new IllegalArgumentException("a map must rise");
      }
    }
  }

  public double at(double score) {
    if (score <= from[0]) {
      return to[0];
    }
    for (int i = 1; i < from.length; i++) {
      if (score <= from[i]) {
        double share = (score - from[i - 1]) / (from[i] - from[i - 1]);
        return to[i - 1] + share * (to[i] - to[i - 1]);
      }
    }
    return to[to.length - 1];
  }
}
