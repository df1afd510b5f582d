package io.github.edgewatt.weights.daemon;

import java.util.concurrent.atomic.AtomicLong;

/** What all rounds of this process did. */
public final class Totals {
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong removed = new AtomicLong();
  private final AtomicLong conflicts = new AtomicLong();
  private final AtomicLong problems = new AtomicLong();

  void add(int keysWritten, int keysRemoved, int conflicting, int problematic) {
    written.addAndGet(keysWritten);
    removed.addAndGet(keysRemoved);
    conflicts.addAndGet(conflicting);
    problems.addAndGet(problematic);
  }

  /** Keys written. */
  public long written() {
    return written.get();
  }

  /** Keys removed. */
  public long removed() {
    return removed.get();
  }

  /** Transactions that found a key changed by somebody else. */
  public long conflicts() {
    return conflicts.get();
  }

  /** What could not be weighed, written or told. */
  public long problems() {
    return problems.get();
  }
}
