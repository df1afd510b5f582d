package io.github.edgewatt.collector.kubernetes;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Waiting times that do not fall together for many collectors: an interval shortened by up to a
 * fifth, and after failures half a second, doubled with each, up to the interval.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final int MOST_DOUBLINGS = 20;
  private static final double JITTER = 0.2;

  private final long intervalNanos;
  private final DoubleSupplier random;

  /**
   * @param random from 0 to 1
   */
  Backoff(Duration interval, DoubleSupplier random) {
    this.intervalNanos = interval.toNanos();
    this.random = random;
  }

  /** From one look at a node to the next, never longer than the interval. */
  long regularNanos() {
    return shortened(intervalNanos);
  }

  /** After the {@code failures}-th failure in a row. */
  long afterNanos(int failures) {
    long doubled = FIRST.toNanos() << Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS);
    return shortened(Math.min(doubled, intervalNanos));
  }

  private long shortened(long nanos) {
    return (long) (nanos * (1 - JITTER * random.getAsDouble()));
  }
}
