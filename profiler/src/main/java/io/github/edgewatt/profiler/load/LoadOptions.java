package io.github.edgewatt.profiler.load;

import java.time.Duration;
import java.util.Objects;

/**
 * How the generator works, whatever the plan.
 *
 * @param connectionsPerTarget connections opened before the start, 1 to 10,000; more are opened
 *     when all are busy
 * @param connectTimeout longest wait for a connection
 * @param spinNanos how long before a due time the pacer burns CPU instead of sleeping, 0 for never;
 *     on a machine with few cores it takes the functions' CPU
 */
public record LoadOptions(int connectionsPerTarget, Duration connectTimeout, long spinNanos) {
  public LoadOptions {
    Objects.requireNonNull(connectTimeout, "connectTimeout is null");
    if (connectionsPerTarget < 1 || connectionsPerTarget > 10_000) {
      throw new IllegalArgumentException(
          "connections per target " + connectionsPerTarget + " are not between 1 and 10000");
    }
    if (connectTimeout.isNegative() || connectTimeout.isZero()) {
      throw new IllegalArgumentException("connect timeout is not positive");
    }
    if (spinNanos < 0) {
      throw new IllegalArgumentException("spin time is negative");
    }
  }

  /** 16 connections a target, 2 s to connect, no spinning. */
  public static LoadOptions defaults() {
    return new LoadOptions(16, Duration.ofSeconds(2), 0);
  }
}
