package io.github.edgewatt.profiler.load;

import java.util.concurrent.locks.LockSupport;

/**
 * The machine's monotonic clock.
 *
 * @param spinNanos how long before a deadline to stop sleeping and burn CPU instead
 */
record SystemPaceClock(long spinNanos) implements PaceClock {

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void parkUntil(long deadlineNanos) {
    long remaining = deadlineNanos - System.nanoTime();
    if (remaining > spinNanos) {
      LockSupport.parkNanos(this, remaining - spinNanos);
    }
    while (spinNanos > 0
        && deadlineNanos - System.nanoTime() > 0
        && deadlineNanos - System.nanoTime() <= spinNanos
        && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }
}
