package io.github.edgewatt.profiler.measure;

/**
 * A counter's samples, the newest of them. A window's increase is the difference of the counter's
 * values at its ends, each interpolated linearly between the two samples around it, so that windows
 * that touch add up and none is diluted by what happened outside.
 *
 * <p>A value below the one before is a reset to zero, as Prometheus has it: the increase between
 * the two is the later value itself. Thread-safe.
 */
public final class CounterSeries {
  private final SampleRing samples;

  /**
   * Keeps the newest {@code capacity} samples.
   *
   * @throws IllegalArgumentException below two
   */
  public CounterSeries(int capacity) {
    this.samples = new SampleRing(capacity);
  }

  /**
   * Adds a sample; NaN, and a sample not later than the last, is passed over.
   *
   * @param nanos when it was read, on {@link System#nanoTime}'s scale
   * @param value the counter
   */
  public synchronized void append(long nanos, double value) {
    samples.append(nanos, value);
  }

  /** Whether a sample was read at {@code nanos} or later. */
  public synchronized boolean reaches(long nanos) {
    return samples.atOrAfter(nanos) < samples.size();
  }

  /** The increase over {@code [fromNanos, toNanos]}; NaN with a problem where it is not covered. */
  public synchronized WindowFigure delta(long fromNanos, long toNanos) {
    WindowFigure absent = samples.uncovered(fromNanos, toNanos);
    if (absent != null) {
      return absent;
    }
    int first = samples.atOrBefore(fromNanos);
    int last = samples.atOrAfter(toNanos);
    double increase = 0;
    for (int i = first; i < last; i++) {
      double step = step(i);
      long start = Math.max(samples.nanos(i), fromNanos);
      long end = Math.min(samples.nanos(i + 1), toNanos);
      increase += step * (end - start) / (samples.nanos(i + 1) - samples.nanos(i));
    }
    return samples.figure(increase, first, last);
  }

  private double step(int i) {
    double before = samples.value(i);
    double after = samples.value(i + 1);
    return after >= before ? after - before : after;
  }
}
