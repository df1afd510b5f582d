package io.github.edgewatt.cluster.formula;

/**
 * The generalised logistic function {@code L(x) = (a - b) / (1 + exp(-c (x - d))) + b} of the
 * osmotic edgebench, by which a latency becomes a factor. Its usual parameters are a = 250, b = 1,
 * c = 0.2, d = 35 ms.
 *
 * @param a the upper asymptote, not 0
 * @param b the lower asymptote
 * @param c the steepness, per millisecond
 * @param d the midpoint, in milliseconds
 */
public record Logistic(double a, double b, double c, double d) {
  public Logistic {
    if (!Double.isFinite(a) || !Double.isFinite(b) || !Double.isFinite(c) || !Double.isFinite(d)) {
      throw new IllegalArgumentException("the logistic function's a, b, c and d are numbers");
    }
    if (a == 0) {
      throw new IllegalArgumentException("the logistic function's a must not be 0");
    }
  }

  /** One whose midpoint is {@code midpoint - midpoint offset}. */
  public static Logistic around(double a, double b, double c, double midpoint, double offset) {
    return new Logistic(a, b, c, midpoint - midpoint * offset);
  }

  /** {@code L(x)}; NaN for NaN. */
  public double at(double x) {
    return (a - b) / (1 + Math.exp(-c * (x - d))) + b;
  }

  /** {@code L(x) / a}: about 0 to 1 where b is small; NaN for NaN. */
  public double share(double x) {
    return at(x) / a;
  }
}
