package io.github.edgewatt.profiler.measure.host;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that samples on an absolute grid; a tick that is missed is left out, not made up for.
 */
final class Sampler implements AutoCloseable {
  private final Runnable sample;
  private final long intervalNanos;
  private final Thread thread = new Thread(this::loop, "host-sampler");
  private volatile boolean closed;
  private volatile String lastFailure = "";

  Sampler(Runnable sample, Duration interval) {
    if (interval.toMillis() < 1) {
      throw new IllegalArgumentException("an interval below 1 ms");
    }
    this.sample = sample;
    this.intervalNanos = interval.toNanos();
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void loop() {
    long next = System.nanoTime() + intervalNanos;
    while (!closed) {
      long left = next - System.nanoTime();
      if (left > 0) {
        LockSupport.parkNanos(left);
      } else {
        try {
          sample.run();
        } catch (RuntimeException e) {
          // A file of an unknown form must not end the sampling: what is missing shows as a gap.
          lastFailure = e.toString();
        }
        long late = System.nanoTime() - next;
        next += (1 + late / intervalNanos) * intervalNanos;
      }
    }
  }

  /** Why a sample failed last, empty while none has. */
  String lastFailure() {
    return lastFailure;
  }

  /** Returns when the thread has ended, within a second. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
