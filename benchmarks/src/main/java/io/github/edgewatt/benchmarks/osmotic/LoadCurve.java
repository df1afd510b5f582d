package io.github.edgewatt.benchmarks.osmotic;

/** A day's load: hourly factors, linear in between, the last one leading back to the first. */
final class LoadCurve {
  private final double[] factors;

  LoadCurve(double... factors) {
    this.factors = factors.clone();
  }

  /** The factor at {@code hours} since midnight; days repeat. */
  double at(double hours) {
    double day = hours - factors.length * Math.floor(hours / factors.length);
    int from = (int) day % factors.length;
    double share = day - Math.floor(day);
    return factors[from] * (1 - share) + factors[(from + 1) % factors.length] * share;
  }
}
