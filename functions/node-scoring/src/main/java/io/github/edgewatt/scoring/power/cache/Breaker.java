package io.github.edgewatt.scoring.power.cache;

/**
 * Whether a source is worth asking, and worth waiting for.
 *
 * <p>After some failures in a row it is left alone for a pause; then one batch may try (nobody
 * waits for it), and its outcome decides. A source whose answers come later than callers can wait
 * is asked on, as late answers serve the next caller, but nobody waits for it until it is in time
 * again.
 */
final class Breaker {
  /** What a caller may do. */
  enum Leave {
    ASK_AND_WAIT,
    ASK,
    NOTHING
  }

  private final int most;
  private final long pauseNanos;
  private int failures;
  private int lates;
  private boolean open;
  private boolean trying;
  private long untilNanos;
  private String lastWhy = "";

  Breaker(int most, long pauseNanos) {
    this.most = most;
    this.pauseNanos = pauseNanos;
  }

  synchronized Leave leave(long nowNanos) {
    if (open) {
      if (trying || nowNanos - untilNanos < 0) {
        return Leave.NOTHING;
      }
      trying = true;
      return Leave.ASK;
    }
    return lates >= most ? Leave.ASK : Leave.ASK_AND_WAIT;
  }

  synchronized void answered(boolean inTime) {
    failures = 0;
    open = false;
    trying = false;
    if (inTime) {
      lates = 0;
    }
  }

  synchronized void failed(long nowNanos, String why) {
    failures++;
    lastWhy = why;
    if (trying || failures >= most) {
      open = true;
      trying = false;
      untilNanos = nowNanos + pauseNanos;
    }
  }

  /** A caller waited in vain. */
  synchronized void late() {
    lates++;
  }

  synchronized boolean isOpen() {
    return open;
  }

  /** Why a caller may do nothing. */
  synchronized String why() {
    return "left alone after " + failures + " failures: " + lastWhy;
  }
}
