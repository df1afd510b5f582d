package io.github.edgewatt.profiler.energy;

/**
 * Energy from series that need not span a window: a process or container lives as long as it lives,
 * and what it took is counted from its first sample in the window to its last. Times are in
 * nanoseconds, ascending.
 */
public final class PartialSeries {
  private static final double NANOS = 1e9;

  private PartialSeries() {}

  /**
   * Increase of a counter within {@code [from, to]}, in its own unit: steps that lie partly inside
   * count by their share. A container's counter starts at zero, so after a fall the later value is
   * the increase.
   *
   * @param longestGap two samples further apart than this, in nanoseconds, are of two lives
   */
  public static double increase(
      long[] nanos, double[] values, long from, long to, long longestGap) {
    double sum = 0;
    for (int i = 0; i + 1 < values.length; i++) {
      double step = values[i + 1] >= values[i] ? values[i + 1] - values[i] : values[i + 1];
      double share = share(nanos, i, from, to, longestGap);
      if (share > 0 && Double.isFinite(step)) {
        sum += step * share;
      }
    }
    return sum;
  }

  /**
   * Integral of a gauge within {@code [from, to]}, in its unit times seconds: straight lines
   * between samples (trapezoids).
   *
   * @param longestGap two samples further apart than this, in nanoseconds, are of two lives
   */
  public static double integral(
      long[] nanos, double[] values, long from, long to, long longestGap) {
    double sum = 0;
    for (int i = 0; i + 1 < values.length; i++) {
      double share = share(nanos, i, from, to, longestGap);
      double span = nanos[i + 1] - nanos[i];
      double start = Math.max(0, (from - nanos[i]) / span);
      double middle = start + share / 2;
      double value = values[i] + middle * (values[i + 1] - values[i]);
      if (share > 0 && Double.isFinite(value)) {
        sum += value * share * span / NANOS;
      }
    }
    return sum;
  }

  private static double share(long[] nanos, int i, long from, long to, long longestGap) {
    long span = nanos[i + 1] - nanos[i];
    long inside = Math.min(nanos[i + 1], to) - Math.max(nanos[i], from);
    return inside <= 0 || span > longestGap ? 0 : (double) inside / span;
  }
}
