package io.github.edgewatt.scoring.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Says yes once in a while: a log that tells each of many failures tells less. */
final class Seldom {
  private final long pauseNanos;
  private final LongSupplier ticker;
  private final AtomicLong next;

  Seldom(Duration pause, LongSupplier ticker) {
    this.pauseNanos = pause.toNanos();
    this.ticker = ticker;
    this.next = new AtomicLong(ticker.getAsLong());
  }

  /** Whether the pause since the last yes is over. */
  boolean now() {
    long due = next.get();
    long at = ticker.getAsLong();
    return at - due >= 0 && next.compareAndSet(due, at + pauseNanos);
  }
}
