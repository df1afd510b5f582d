package io.github.edgewatt.profiler.load;

/** The pacer's time. */
interface PaceClock {

  /** As {@link System#nanoTime}. */
  long nanoTime();

  /** Waits until a time; may come back early, and does at once when the thread is interrupted. */
  void parkUntil(long deadlineNanos);
}
