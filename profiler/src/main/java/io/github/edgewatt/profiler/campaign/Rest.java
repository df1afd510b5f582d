package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.profiler.measure.NodeMeter;
import io.github.edgewatt.profiler.measure.WindowReading;
import java.time.Duration;

/** Waits until the node is at rest, and reads what it uses then. */
final class Rest {
  private static final Duration FLAT = Duration.ofSeconds(5);

  /** Each half of the flat time needs a few samples of its own. */
  private static final int FLAT_SAMPLES = 4;

  private static final Duration POLL = Duration.ofMillis(500);

  private final NodeMeter meter;
  private final CampaignClock clock;

  Rest(NodeMeter meter, CampaignClock clock) {
    this.meter = meter;
    this.clock = clock;
  }

  /**
   * How a rest ended.
   *
   * @param idle usage over the last {@link #flatTime}
   * @param seconds how long it took
   * @param timedOut whether the limit ended it
   */
  record Outcome(WindowReading idle, double seconds, boolean timedOut) {}

  /**
   * How long memory must have been flat; the idle figures are read over the same time. Longer where
   * counters are read seldom.
   */
  Duration flatTime() {
    Duration sampled = meter.sampleInterval().multipliedBy(FLAT_SAMPLES);
    return sampled.compareTo(FLAT) > 0 ? sampled : FLAT;
  }

  /** Rests until memory is flat and the CPU steady: what a fresh, warm deployment uses unloaded. */
  Outcome baseline(Duration limit) throws InterruptedException {
    return rest(null, clock.nanoTime(), limit);
  }

  /**
   * Rests until the node is back at {@code baseline}.
   *
   * @param quietSinceNanos when the last load ended: nothing before it counts as rest
   */
  Outcome until(WindowReading baseline, long quietSinceNanos, Duration limit)
      throws InterruptedException {
    return rest(baseline, quietSinceNanos, limit);
  }

  private Outcome rest(WindowReading baseline, long since, Duration limit)
      throws InterruptedException {
    long begin = clock.nanoTime();
    long flat = flatTime().toNanos();
    while (true) {
      long now = clock.nanoTime();
      boolean timedOut = now - begin >= limit.toNanos();
      if (now - since >= flat || timedOut) {
        long middle = now - flat / 2;
        WindowReading earlier = meter.window(now - flat, middle);
        WindowReading later = meter.window(middle, now);
        WindowReading reference = baseline == null ? earlier : baseline;
        boolean rested =
            earlier.problem().isEmpty()
                && later.problem().isEmpty()
                && RestRule.flat(earlier, later, meter.memoryBytes())
                && RestRule.quiet(reference, later);
        if (rested || timedOut) {
          double seconds = (clock.nanoTime() - begin) / 1e9;
          return new Outcome(meter.window(now - flat, now), seconds, !rested);
        }
      }
      clock.sleep(POLL);
    }
  }
}
