package io.github.edgewatt.collector.kubernetes;

import java.time.Duration;

/**
 * When nodes are written.
 *
 * @param interval the longest time from a change to its writing
 * @param heartbeat the shortest time after which a node without changes is written all the same
 * @param deadline the longest time one request may take
 * @param flush the longest time the last writing may take
 */
public record SyncSettings(
    Duration interval, Duration heartbeat, Duration deadline, Duration flush) {
  /** As published: every 10 s. A node without events is written once a minute. */
  public static final SyncSettings DEFAULT =
      new SyncSettings(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5));

  public SyncSettings {
    if (interval.isNegative() || deadline.toMillis() <= 0 || flush.toMillis() <= 0) {
      throw new IllegalArgumentException("times have to pass: " + interval + ", " + deadline);
    }
  }
}
