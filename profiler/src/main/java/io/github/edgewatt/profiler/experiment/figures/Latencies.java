package io.github.edgewatt.profiler.experiment.figures;

import org.HdrHistogram.Histogram;

/** Milliseconds in histograms that count microseconds. */
final class Latencies {
  private static final double PER_MS = 1_000;

  private Latencies() {}

  /** Adds a time; a negative one, of clocks that differ, counts as 0. */
  static void record(Histogram histogram, double ms) {
    if (Double.isFinite(ms)) {
      histogram.recordValue(Math.max(0, Math.round(ms * PER_MS)));
    }
  }

  /** Milliseconds; NaN where nothing was recorded. */
  static double percentile(Histogram histogram, double percent) {
    return histogram.getTotalCount() == 0
        ? Double.NaN
        : histogram.getValueAtPercentile(percent) / PER_MS;
  }
}
