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
  private static final Duration SLACK = Duration.ofSeconds(2);

  /** Sleeps. */
  @FunctionalInterface
  public interface Pause {
    void millis(long millis) throws InterruptedException;
  }

  /**
   * Of this machine's clock: two scrapes, and long enough beyond to tell a meter that stands still
   * from one that has only to be read again.
   *
   * @param slowest the longest scrape interval
   */
  public static Patience ofThisMachine(Duration slowest) {
    return new Patience(
        System::nanoTime,
        TimeUnit.MILLISECONDS::sleep,
        slowest.multipliedBy(2).plus(NodeWindow.REFRESH).plus(SLACK));
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
