package io.github.edgewatt.profiler.extract.fetch;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends the asking of a server that is gone: each request waits out its deadlines and repetitions,
 * and thousands of those would take days.
 */
final class Fuse {
  private static final int MOST_IN_A_ROW = 10;
  private final AtomicInteger failures = new AtomicInteger();

  void worked() {
    failures.set(0);
  }

  void failed() {
    failures.incrementAndGet();
  }

  /** Whether so many requests failed one after the other that no more are made. */
  boolean isBlown() {
    return failures.get() >= MOST_IN_A_ROW;
  }
}
