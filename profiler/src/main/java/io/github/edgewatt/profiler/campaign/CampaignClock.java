package io.github.edgewatt.profiler.campaign;

import java.time.Duration;
import java.time.Instant;

/** The time a campaign lives by, so that tests need not wait. */
public interface CampaignClock {

  /**
   * Monotonic nanoseconds, on {@link System#nanoTime}'s scale; steps of the wall clock do not show.
   */
  long nanoTime();

  /** Wall-clock time, for labels only. */
  Instant now();

  /** Waits. */
  void sleep(Duration duration) throws InterruptedException;

  /** The machine's clocks. */
  static CampaignClock system() {
    return new CampaignClock() {
      @Override
      public long nanoTime() {
        return System.nanoTime();
      }

      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
      }
    };
  }
}
