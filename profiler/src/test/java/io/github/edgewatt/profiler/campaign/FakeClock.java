package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.profiler.TestRuns;
import java.time.Duration;
import java.time.Instant;

/** Time that passes only when somebody waits. */
final class FakeClock implements CampaignClock {
  private static final long BEGIN = 5_000_000_000_000L;
  private long nanos = BEGIN;
  private Duration wallStep = Duration.ZERO;

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public Instant now() {
    return TestRuns.START.plusNanos(nanos - BEGIN).plus(wallStep);
  }

  @Override
  public void sleep(Duration duration) {
    advance(duration);
  }

  void advance(Duration duration) {
    nanos += duration.toNanos();
  }

  /** The wall clock is set; monotonic time goes on. */
  void stepWallClock(Duration step) {
    wallStep = wallStep.plus(step);
  }
}
