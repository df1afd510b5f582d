package io.github.edgewatt.profiler.platform.openfaas;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks again while a fault may be a passing one, at longer and longer intervals with jitter, so
 * that a gateway that comes back is not met by all its clients at once; up to a total time.
 */
final class Retries {
  private static final long FIRST_MILLIS = 100;
  private static final long LONGEST_MILLIS = 5_000;

  private final GatewayClock clock;
  private final Duration limit;

  Retries(GatewayClock clock, Duration limit) {
    this.clock = clock;
    this.limit = limit;
  }

  /** What is tried, and may be tried again. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws GatewayException, InterruptedException;
  }

  <T> T run(Attempt<T> attempt) throws GatewayException, InterruptedException {
    long start = clock.nanoTime();
    long pause = FIRST_MILLIS;
    while (true) {
      try {
        return attempt.run();
      } catch (GatewayException e) {
        Duration wait = Duration.ofMillis(jittered(pause));
        Duration spent = Duration.ofNanos(clock.nanoTime() - start);
        if (!e.kind().isPassing() || spent.plus(wait).compareTo(limit) > 0) {
          throw e;
        }
        clock.sleep(wait);
        pause = Math.min(LONGEST_MILLIS, 2 * pause);
      }
    }
  }

  private static long jittered(long millis) {
    return millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1);
  }
}
