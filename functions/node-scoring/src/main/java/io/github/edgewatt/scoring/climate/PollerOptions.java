package io.github.edgewatt.scoring.climate;

import java.time.Duration;

/**
 * How an {@link IpmiPoller} reads.
 *
 * @param port the exporters' port
 * @param interval how often each node is read
 * @param mostInterval how rarely one is read at least that does not answer: after each failure it
 *     is left alone for twice as long
 * @param timeout how long a page may take
 * @param mostAtOnce how many pages are read at the same time
 */
public record PollerOptions(
    int port, Duration interval, Duration mostInterval, Duration timeout, int mostAtOnce) {
  /** ipmi_exporter's port 9290, every 60 s, silent ones up to every 15 min; 5 s; 16 at once. */
  public static final PollerOptions DEFAULTS =
      new PollerOptions(
          9290, Duration.ofSeconds(60), Duration.ofMinutes(15), Duration.ofSeconds(5), 16);

  private static final int MOST_PORT = 65_535;

  public PollerOptions {
    if (port < 1 || port > MOST_PORT) {
      throw new IllegalArgumentException("port " + port + ": 1 to " + MOST_PORT);
    }
    if (interval.toMillis() < 1 || timeout.toMillis() < 1) {
      throw new IllegalArgumentException("the interval and the timeout are 1 ms or more");
    }
    if (mostInterval.compareTo(interval) < 0) {
      throw new IllegalArgumentException("the longest interval is shorter than the usual one");
    }
    if (mostAtOnce < 1) {
      throw new IllegalArgumentException("pages at once: 1 or more");
    }
  }

  /** The same at another port. */
  public PollerOptions withPort(int other) {
    return new PollerOptions(other, interval, mostInterval, timeout, mostAtOnce);
  }

  /** The same with another interval, such as WAO-Scheduler's 15 min. */
  public PollerOptions withInterval(Duration other) {
    Duration longer = mostInterval.compareTo(other) < 0 ? other : mostInterval;
    return new PollerOptions(port, other, longer, timeout, mostAtOnce);
  }
}
