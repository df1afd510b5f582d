package io.github.edgewatt.profiler.kafka.feed;

import java.util.concurrent.locks.LockSupport;

/** The feeder's time, so that tests need not wait. */
interface FeedClock {
  /** As {@link System#nanoTime}. */
  long nanoTime();

  /** Wall-clock time in milliseconds since 1970. */
  long epochMillis();

  /** Waits until a time; may come back early. */
  void parkUntil(long deadlineNanos);

  /** The machine's clocks. */
  static FeedClock system() {
    return new FeedClock() {
      @Override
      public long nanoTime() {
        return System.nanoTime();
      }

      @Override
      public long epochMillis() {
        return System.currentTimeMillis();
      }

      @Override
      public void parkUntil(long deadlineNanos) {
        long remaining = deadlineNanos - System.nanoTime();
        if (remaining > 0) {
          LockSupport.parkNanos(this, remaining);
        }
      }
    };
  }
}
