package io.github.edgewatt.profiler.measure.prometheus.energy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long to wait for samples that a scrape has yet to bring, and with which clock.
 *
 * @param nanos {@link System#nanoTime}
 * @param pause sleeps that many milliseconds
 * @param limit the longest wait for one figure
 */
public record Patience(LongSupplier nanos, Pause pause, Duration limit) {

  /** Sleeps. */
  @FunctionalInterface
  public interface Pause {
    void millis(long millis) throws InterruptedException;
  }

  /** Of this machine's clock: two scrapes of Prometheus' default of 15 s would be 30 s. */
  public static Patience ofThisMachine(Duration limit) {
    return new Patience(System::nanoTime, TimeUnit.MILLISECONDS::sleep, limit);
  }

  long now() {
    return nanos.getAsLong();
  }

  /** When a wait that begins now is over. */
  long deadline() {
    return now() + limit.toNanos();
  }

  /** Sleeps a little, unless the deadline has come. */
  boolean again(long deadline) throws InterruptedException {
    if (deadline - now() <= 0) {
      return false;
    }
    pause.millis(500);
    return true;
  }
}
