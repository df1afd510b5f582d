package io.github.edgewatt.scaling.daemon;

import java.util.concurrent.atomic.LongAdder;

/** What rounds did since the process began. Safe to read at any time. */
public final class RoundCounts {
  private final LongAdder created = new LongAdder();
  private final LongAdder removed = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder skipped = new LongAdder();
  private final LongAdder cut = new LongAdder();

  void applied(boolean creation, boolean done) {
    (done ? creation ? created : removed : failed).increment();
  }

  void countSkipped() {
    skipped.increment();
  }

  void countCut() {
    cut.increment();
  }

  /** Replicas made. */
  public long created() {
    return created.sum();
  }

  /** Replicas ended. */
  public long removed() {
    return removed.sum();
  }

  /** Decisions that could not be carried out. */
  public long failed() {
    return failed.sum();
  }

  /** Rounds in which the view was not complete, so that nothing was decided. */
  public long skipped() {
    return skipped.sum();
  }

  /** Rounds whose measurements were more than are published. */
  public long cut() {
    return cut.sum();
  }
}
