package io.github.edgewatt.forecaster.plot;

/** Quantiles of sorted samples. */
final class Quantiles {
  private Quantiles() {}

  /**
   * The quantile {@code q} of {@code sorted} from {@code from} to before {@code to}, linear between
   * neighbours: h = (n - 1) q (Hyndman and Fan 1996, type 7).
   */
  static double of(double[] sorted, int from, int to, double q) {
    double h = (to - from - 1) * q;
    int below = (int) Math.floor(h);
    int above = Math.min(below + 1, to - from - 1);
    double low = sorted[from + below];
    return low + (h - below) * (sorted[from + above] - low);
  }

  static double of(double[] sorted, double q) {
    return of(sorted, 0, sorted.length, q);
  }
}
