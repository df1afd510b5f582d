package io.github.edgewatt.profiler.load;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One request on its way. Ends exactly once, whoever comes first: an answer, an error, the pacer's
 * timeout or the end of the drain; later news is ignored.
 */
final class Exchange {
  private final int target;
  private final TargetTally tally;
  private final boolean counted;
  private final long intendedNanos;
  private final long deadlineNanos;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean left;
  private volatile long sentNanos;

  /** Where the transport remembers what carries this request; its own business. */
  volatile Object carrier;

  /** Whether the transport has used the one second try that a stale connection allows. */
  volatile boolean resent;

  /**
   * @param counted whether the intended time is in the window
   * @param deadlineNanos when the request has timed out
   */
  Exchange(int target, TargetTally tally, boolean counted, long intendedNanos, long deadlineNanos) {
    this.target = target;
    this.tally = tally;
    this.counted = counted;
    this.intendedNanos = intendedNanos;
    this.deadlineNanos = deadlineNanos;
    tally.began();
  }

  int target() {
    return target;
  }

  long deadlineNanos() {
    return deadlineNanos;
  }

  boolean ended() {
    return ended.get();
  }

  /** The transport is about to write the first byte. A second try does not count again. */
  void sent(long nowNanos) {
    if (!left) {
      sentNanos = nowNanos;
      left = true;
      if (counted) {
        tally.sent(nowNanos - intendedNanos);
      }
    }
  }

  /** The last byte of the answer is in. */
  void answered(int status, long bytes, long nowNanos) {
    if (end() && counted) {
      tally.answered(status, bytes, nowNanos - intendedNanos, nowNanos - sentNanos);
    }
  }

  /** No connection, a broken one, or an answer that is not HTTP. */
  void failed(long nowNanos) {
    if (end() && counted) {
      tally.connectionError(nowNanos - intendedNanos);
    }
  }

  /** Whether this ended the request; valued at the deadline, not at when it was noticed. */
  boolean timedOut() {
    boolean first = end();
    if (first && counted) {
      tally.timedOut(deadlineNanos - intendedNanos);
    }
    return first;
  }

  /** The drain is over. */
  boolean unfinished() {
    boolean first = end();
    if (first && counted) {
      tally.unfinished();
    }
    return first;
  }

  private boolean end() {
    boolean first = ended.compareAndSet(false, true);
    if (first) {
      tally.ended();
    }
    return first;
  }
}
