package io.github.edgewatt.profiler.load;

import java.util.concurrent.locks.LockSupport;

/**
 * The machine's monotonic clock.
 *
 * @param spinNanos how long before a deadline to stop sleeping and burn CPU instead
 */
record SystemPaceClock(long spinNanos) implements PaceClock {
  /**
   * Below this a sleep is not worth its price: it would overshoot by about as much, and programming
   * the timer costs more than many a request (in a virtual machine it leaves to the host). Yielding
   * gives the core to the reactor if they share it.
   */
  private static final long SHORT_NANOS = 30_000;

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  @SuppressWarnings("ThreadPriorityCheck") // the scheduler's yield is meant
  public void parkUntil(long deadlineNanos) {
    long remaining = deadlineNanos - System.nanoTime();
    if (remaining < SHORT_NANOS) {
      Thread.yield();
    } else if (remaining > spinNanos) {
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
