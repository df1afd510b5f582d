package io.github.edgewatt.profiler.measure.prometheus;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** One clock for the product and for the fake it talks to; sleeping moves it. */
final class FakeTime implements Sleeper {
  static final long SECOND = 1_000_000_000L;
  private static final long EPOCH_MILLIS = 1_795_000_000_000L;

  /** An arbitrary origin, as {@link System#nanoTime} has. */
  private static final long ORIGIN = -77 * SECOND;

  private final AtomicLong passed = new AtomicLong();

  @Override
  public void sleep(Duration time) {
    passed.addAndGet(time.toNanos());
  }

  void goTo(double seconds) {
    passed.set(Math.round(seconds * SECOND));
  }

  double seconds() {
    return (double) passed.get() / SECOND;
  }

  long nanos() {
    return ORIGIN + passed.get();
  }

  /** An instant, in seconds since the start, on the scale of {@link #nanos}. */
  static long at(double seconds) {
    return ORIGIN + Math.round(seconds * SECOND);
  }

  long epochMillis() {
    return EPOCH_MILLIS + passed.get() / 1_000_000;
  }
}
