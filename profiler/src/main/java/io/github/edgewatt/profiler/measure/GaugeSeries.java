package io.github.edgewatt.profiler.measure;

/**
 * A gauge's samples, the newest of them. Between two samples the gauge is taken to move on a
 * straight line (trapezoids), so a mean weighs each value by the time it stood for. Thread-safe.
 */
public final class GaugeSeries {
  private final SampleRing samples;

  /**
   * Keeps the newest {@code capacity} samples.
   *
   * @throws IllegalArgumentException below two
   */
  public GaugeSeries(int capacity) {
    this.samples = new SampleRing(capacity);
  }

  /** Adds a sample; NaN, and a sample not later than the last, is passed over. */
  public synchronized void append(long nanos, double value) {
    samples.append(nanos, value);
  }

  /** Time-weighted mean over {@code [fromNanos, toNanos]}; NaN with a problem if not covered. */
  public synchronized WindowFigure mean(long fromNanos, long toNanos) {
    WindowFigure absent = samples.uncovered(fromNanos, toNanos);
    if (absent != null) {
      return absent;
    }
    int first = samples.atOrBefore(fromNanos);
    int last = samples.atOrAfter(toNanos);
    double area = 0;
    for (int i = first; i < last; i++) {
      long start = Math.max(samples.nanos(i), fromNanos);
      long end = Math.min(samples.nanos(i + 1), toNanos);
      area += (samples.at(i, start) + samples.at(i, end)) / 2 * (end - start);
    }
    return samples.figure(area / (toNanos - fromNanos), first, last);
  }

  /** The highest sample in and next to the window; NaN with a problem if not covered. */
  public synchronized WindowFigure max(long fromNanos, long toNanos) {
    WindowFigure absent = samples.uncovered(fromNanos, toNanos);
    if (absent != null) {
      return absent;
    }
    int first = samples.atOrBefore(fromNanos);
    int last = samples.atOrAfter(toNanos);
    double max = samples.value(first);
    for (int i = first + 1; i <= last; i++) {
      max = Math.max(max, samples.value(i));
    }
    return samples.figure(max, first, last);
  }

  /** The last sample at or before {@code nanos}; NaN where there is none. */
  public synchronized double last(long nanos) {
    int index = samples.atOrBefore(nanos);
    return index < 0 ? Double.NaN : samples.value(index);
  }
}
