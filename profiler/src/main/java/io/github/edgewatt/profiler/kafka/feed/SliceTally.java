package io.github.edgewatt.profiler.kafka.feed;

import org.HdrHistogram.Histogram;

/** Counts what leaves, for the slice that runs and for the whole feed. */
final class SliceTally {
  /** Lags in microseconds, three digits. */
  private final Histogram lags = new Histogram(3);

  private final Histogram allLags = new Histogram(3);
  private long sent;
  private long bytes;
  private long allSent;

  /**
   * @param lagNanos how long after it was due; below 0 counts as 0, for a burst
   */
  synchronized void left(int size, long lagNanos) {
    sent++;
    allSent++;
    bytes += size;
    long micros = Math.max(0, lagNanos / 1_000);
    lags.recordValue(micros);
    allLags.recordValue(micros);
  }

  /** The slice as a row; the next begins. */
  synchronized SliceRow cut(Plan plan, double seconds, long failed, long waiting) {
    boolean lagging = plan.hasDueTimes() && sent > 0;
    SliceRow row =
        new SliceRow(
            plan.slice(),
            plan.timeMillis(),
            plan.fraction(),
            plan.targetImages(),
            plan.targetMbps(),
            sent,
            bytes,
            seconds > 0 ? bytes / 1e6 / seconds : 0,
            lagging ? lags.getMaxValue() / 1e3 : Double.NaN,
            lagging ? lags.getValueAtPercentile(99) / 1e3 : Double.NaN,
            failed,
            waiting);
    lags.reset();
    sent = 0;
    bytes = 0;
    return row;
  }

  synchronized long allSent() {
    return allSent;
  }

  /** Images of the slice so far. */
  synchronized long sentNow() {
    return sent;
  }

  synchronized long bytesNow() {
    return bytes;
  }

  /** Of the whole feed; NaN where nothing left. */
  synchronized double maxLagMillis() {
    return allSent == 0 ? Double.NaN : allLags.getMaxValue() / 1e3;
  }

  synchronized double p99LagMillis() {
    return allSent == 0 ? Double.NaN : allLags.getValueAtPercentile(99) / 1e3;
  }

  /** What was asked of a slice; NaN for what a burst does not ask. */
  record Plan(int slice, long timeMillis, double fraction, double targetImages, double targetMbps) {
    boolean hasDueTimes() {
      return !Double.isNaN(targetMbps);
    }
  }
}
