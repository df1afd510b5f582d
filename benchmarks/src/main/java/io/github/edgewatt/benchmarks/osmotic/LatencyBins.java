package io.github.edgewatt.benchmarks.osmotic;

/**
 * A histogram of latencies with bins at most 0.8 % wide, from a microsecond to an hour. Like
 * HdrHistogram, but for fractions of requests: a flow of 0.3 requests counts as 0.3.
 */
final class LatencyBins {
  private static final int BITS = 7;
  private static final int SHIFT = 52 - BITS;
  private static final int OCTAVES = 32;
  private static final long FIRST = Double.doubleToRawLongBits(1.0) >>> SHIFT;

  private final double[] counts = new double[OCTAVES << BITS];

  /** Adds {@code requests} that took {@code millis}. */
  void add(double millis, double requests) {
    long bin = (Double.doubleToRawLongBits(Math.max(millis * 1000, 1)) >>> SHIFT) - FIRST;
    counts[(int) Math.min(bin, counts.length - 1)] += requests;
  }

  /** How many there are. */
  double total() {
    double total = 0;
    for (double count : counts) {
      total += count;
    }
    return total;
  }

  /** Below how many milliseconds {@code share} of the requests took; NaN of none. */
  double quantileMillis(double share) {
    double wanted = total() * share;
    double sum = 0;
    for (int bin = 0; bin < counts.length; bin++) {
      sum += counts[bin];
      if (sum >= wanted && sum > 0) {
        return (low(bin) + low(bin + 1)) / 2000;
      }
    }
    return Double.NaN;
  }

  private static double low(int bin) {
    return Double.longBitsToDouble((FIRST + bin) << SHIFT);
  }
}
