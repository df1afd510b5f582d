package io.github.edgewatt.profiler.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A time by which all of a piece of work has to be done, however many steps it takes. */
final class Deadline {
  private final LongSupplier nanoTime;
  private final long endNanos;
  private final Duration whole;

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  Deadline(Duration whole, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.whole = whole;
    endNanos = nanoTime.getAsLong() + whole.toNanos();
  }

  /** All the time there was. */
  Duration whole() {
    return whole;
  }

  /** What is left, in milliseconds; 0 when the time is over. */
  long leftMillis() {
    return Math.max(0, (endNanos - nanoTime.getAsLong()) / 1_000_000);
  }

  boolean isOver() {
    return leftMillis() == 0;
  }
}
