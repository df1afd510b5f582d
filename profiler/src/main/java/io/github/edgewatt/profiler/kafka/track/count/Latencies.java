package io.github.edgewatt.profiler.kafka.track.count;

import org.HdrHistogram.Histogram;

/** Latencies of a stream of results, in milliseconds, to three significant digits. */
public final class Latencies {
  private static final long MOST_MICROS = 3_600_000_000L;

  private final Histogram micros;

  /**
   * @param digits significant digits kept: 2 for many streams, 3 for one
   */
  Latencies(int digits) {
    micros = new Histogram(1, MOST_MICROS, digits);
    micros.setAutoResize(false);
  }

  /** Adds one; NaN is left out, what is below 0 counts as 0 and what is above an hour as one. */
  void add(double millis) {
    if (!Double.isNaN(millis)) {
      micros.recordValue(Math.min(MOST_MICROS, Math.max(0, Math.round(millis * 1_000))));
    }
  }

  public long count() {
    return micros.getTotalCount();
  }

  /** The value that {@code percent} of all do not exceed; NaN where there is none. */
  public double percentile(double percent) {
    return count() == 0 ? Double.NaN : micros.getValueAtPercentile(percent) / 1_000.0;
  }

  /** NaN where there is none. */
  public double max() {
    return count() == 0 ? Double.NaN : micros.getMaxValue() / 1_000.0;
  }
}
