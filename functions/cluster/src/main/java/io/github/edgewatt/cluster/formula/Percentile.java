package io.github.edgewatt.cluster.formula;

import java.util.Arrays;

/** Percentiles as numpy's default takes them: linear between the two nearest ranks. */
public final class Percentile {
  private Percentile() {}

  /**
   * The {@code percent}-th percentile of {@code values}, which stay as they are; NaN of none.
   *
   * <p>With n values sorted, rank h = (n - 1) percent / 100 and k = floor(h): {@code v_k + (h - k)
   * (v_{k+1} - v_k)} (Hyndman and Fan, 1996, type 7).
   *
   * @param percent 0 to 100
   */
  public static double of(double[] values, double percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, 0, sorted.length, percent);
  }

  /** Likewise of {@code sorted[from]} to {@code sorted[to - 1]}, which rise. */
  public static double ofSorted(double[] sorted, int from, int to, double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("a percentile of " + percent + ": 0 to 100");
    }
    if (from >= to) {
      return Double.NaN;
    }
    double rank = (to - from - 1) * percent / 100;
    int low = (int) Math.floor(rank);
    int high = Math.min(low + 1, to - from - 1);
    double below = sorted[from + low];
    return below + (rank - low) * (sorted[from + high] - below);
  }
}
