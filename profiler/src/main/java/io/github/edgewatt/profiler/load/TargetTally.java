package io.github.edgewatt.profiler.load;

import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/**
 * Counts one target's requests. Pacer and reactor both write; the lock is almost never contended (a
 * few tens of nanoseconds).
 */
final class TargetTally {
  private final String name;
  private final long[] statusClasses = new long[6];
  private final Histogram response = histogram();
  private final Histogram service = histogram();
  private final Histogram failed = histogram();
  private final Histogram sendLag = histogram();
  private long due;
  private long sent;
  private long timeouts;
  private long connectionErrors;
  private long dropped;
  private long unfinished;
  private long responseBytes;

  private final AtomicInteger inFlight = new AtomicInteger();

  TargetTally(String name) {
    this.name = name;
  }

  /** Three digits from 1 us on; 60 s to begin with, growing where somebody waits longer. */
  private static Histogram histogram() {
    Histogram histogram = new Histogram(1_000, 60_000_000_000L, 3);
    histogram.setAutoResize(true);
    return histogram;
  }

  /** A request is open from here on; counted or not, it takes a place under the cap. */
  void began() {
    inFlight.incrementAndGet();
  }

  void ended() {
    inFlight.decrementAndGet();
  }

  /** Open requests now. */
  int inFlight() {
    return inFlight.get();
  }

  synchronized void due() {
    due++;
  }

  synchronized void dropped() {
    dropped++;
  }

  synchronized void sent(long lagNanos) {
    sent++;
    sendLag.recordValue(Math.max(0, lagNanos));
  }

  synchronized void answered(int status, long bytes, long responseNanos, long serviceNanos) {
    statusClasses[Math.min(5, Math.max(1, status / 100))]++;
    responseBytes += bytes;
    response.recordValue(Math.max(0, responseNanos));
    service.recordValue(Math.max(0, serviceNanos));
  }

  synchronized void timedOut(long nanos) {
    timeouts++;
    failed.recordValue(Math.max(0, nanos));
  }

  synchronized void connectionError(long nanos) {
    connectionErrors++;
    failed.recordValue(Math.max(0, nanos));
  }

  synchronized void unfinished() {
    unfinished++;
  }

  synchronized TargetResult result() {
    return new TargetResult(
        name,
        due,
        sent,
        statusClasses.clone(),
        timeouts,
        connectionErrors,
        dropped,
        unfinished,
        responseBytes,
        response.copy(),
        service.copy(),
        failed.copy(),
        sendLag.copy());
  }
}
