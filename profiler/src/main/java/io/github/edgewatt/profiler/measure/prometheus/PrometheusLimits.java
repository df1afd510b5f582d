package io.github.edgewatt.profiler.measure.prometheus;

import java.time.Duration;

/**
 * How long and how much a client takes.
 *
 * @param connect until a connection is there
 * @param call until an answer is read to its end
 * @param patience how long a request is repeated that found nobody, took too long or came too early
 * @param mostBytes largest answer that is read
 */
public record PrometheusLimits(Duration connect, Duration call, Duration patience, long mostBytes) {
  private static final long MIB = 1L << 20;

  public PrometheusLimits {
    if (connect.isNegative()
        || connect.isZero()
        || call.isNegative()
        || call.isZero()
        || patience.isNegative()
        || mostBytes < 1) {
      throw new IllegalArgumentException("limits must be above 0");
    }
  }

  /** 5 s to connect, 30 s a call, 10 s of repetitions, 64 MiB. */
  public static PrometheusLimits standard() {
    return new PrometheusLimits(
        Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10), 64 * MIB);
  }

  /** The same, giving up after {@code time}; {@link Duration#ZERO} asks once. */
  public PrometheusLimits withPatience(Duration time) {
    return new PrometheusLimits(connect, call, time, mostBytes);
  }
}
