package io.github.edgewatt.cluster.live;

import java.time.Duration;
import java.time.Instant;

/** Instants as numbers. */
final class Times {
  private Times() {}

  /** Nanoseconds since 1970; instants that do not fit (before 1677, after 2262) at the border. */
  static long nanos(Instant at) {
    long seconds = at.getEpochSecond();
    if (Math.abs(seconds) > Long.MAX_VALUE / 1_000_000_000L - 1) {
      return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return seconds * 1_000_000_000L + at.getNano();
  }

  /** From one to another in seconds, negative where the other is before. */
  static double seconds(Instant from, Instant to) {
    Duration between = Duration.between(from, to);
    return between.getSeconds() + between.getNano() / 1e9;
  }
}
