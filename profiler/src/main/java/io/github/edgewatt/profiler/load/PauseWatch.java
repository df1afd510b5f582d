package io.github.edgewatt.profiler.load;

/**
 * Keeps the longest time the pacer or the reactor was not running when it should have been. The
 * pacer knows when it wanted to wake; the reactor is asked for a sign of life.
 */
final class PauseWatch {
  private final PaceClock clock;
  private long askedNanos;
  private boolean waiting;
  private long longestNanos;

  PauseWatch(PaceClock clock) {
    this.clock = clock;
  }

  /** The pacer came back this much later than it wanted. */
  synchronized void pacerLate(long nanos) {
    longestNanos = Math.max(longestNanos, nanos);
  }

  /** Whether a question to the reactor is still open. */
  synchronized boolean waiting() {
    return waiting;
  }

  synchronized void asked() {
    askedNanos = clock.nanoTime();
    waiting = true;
  }

  /** The reactor's sign of life, on its own thread. */
  synchronized void answered() {
    if (waiting) {
      longestNanos = Math.max(longestNanos, clock.nanoTime() - askedNanos);
      waiting = false;
    }
  }

  /** Forgets what happened so far: the window begins. */
  synchronized void reset() {
    longestNanos = 0;
    askedNanos = clock.nanoTime();
  }

  /** The longest pause up to now, a question still open included. */
  synchronized long longestNanos() {
    return waiting ? Math.max(longestNanos, clock.nanoTime() - askedNanos) : longestNanos;
  }

  /** The question could not be put. */
  synchronized void withdrawn() {
    waiting = false;
  }
}
