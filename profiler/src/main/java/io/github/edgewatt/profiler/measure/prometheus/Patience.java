package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.profiler.measure.prometheus.PrometheusException.Kind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Repeats what may go better a moment later, after 0.25 s, 0.5 s, … up to 5 s, while less than
 * {@code total} has passed since the first attempt.
 */
final class Patience {
  private static final Set<Kind> PASSING =
      EnumSet.of(Kind.UNREACHABLE, Kind.TIMEOUT, Kind.UNAVAILABLE);
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Duration total;
  private final LongSupplier nanos;
  private final Sleeper sleeper;

  Patience(Duration total, LongSupplier nanos, Sleeper sleeper) {
    this.total = total;
    this.nanos = nanos;
    this.sleeper = sleeper;
  }

  /** One attempt. */
  interface Attempt<T> {
    T run() throws PrometheusException, InterruptedException;
  }

  /** Whether waiting may help. */
  static boolean passes(PrometheusException error) {
    return PASSING.contains(error.kind());
  }

  <T> T repeat(Attempt<T> attempt) throws PrometheusException, InterruptedException {
    long start = nanos.getAsLong();
    Duration pause = FIRST;
    while (true) {
      try {
        return attempt.run();
      } catch (PrometheusException e) {
        Duration spent = Duration.ofNanos(nanos.getAsLong() - start);
        if (!passes(e) || spent.plus(pause).compareTo(total) > 0) {
          throw e;
        }
      }
      sleeper.sleep(pause);
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }
  }
}
