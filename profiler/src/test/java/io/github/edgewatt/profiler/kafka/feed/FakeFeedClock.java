package io.github.edgewatt.profiler.kafka.feed;

/** A clock that jumps to where a sleeper wants to be. */
final class FakeFeedClock implements FeedClock {
  static final long EPOCH_MILLIS = 1_700_000_000_000L;
  private long nanos = 42;

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public long epochMillis() {
    return EPOCH_MILLIS + (nanos - 42) / 1_000_000;
  }

  @Override
  public void parkUntil(long deadlineNanos) {
    nanos = Math.max(nanos, deadlineNanos);
  }

  /** Time passes while nobody sleeps. */
  void pass(long more) {
    nanos += more;
  }

  /** Since the clock was made. */
  long elapsed() {
    return nanos - 42;
  }
}
