package io.github.edgewatt.scaling.lead;

import java.time.Duration;

/**
 * The Lease that is competed for.
 *
 * @param namespace its namespace
 * @param name its name
 * @param identity what no other process calls itself
 * @param duration how long it holds without being renewed, 3 s or more
 */
public record LeaseOptions(String namespace, String name, String identity, Duration duration) {
  public LeaseOptions {
    if (duration.toSeconds() < 3) {
      throw new IllegalArgumentException("a lease holds for 3 s or more, not " + duration);
    }
  }

  /** After which time without a renewal its holder stops: two thirds of the duration. */
  Duration deadline() {
    return duration.multipliedBy(2).dividedBy(3);
  }

  /** How often it is renewed or tried for: a sixth of the duration. */
  Duration retry() {
    return duration.dividedBy(6);
  }
}
