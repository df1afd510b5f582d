package io.github.edgewatt.scaling.tuning;

import java.time.Duration;

/**
 * How long decisions rest, so that they do not flap; each 0 or more.
 *
 * @param restUp from a change of a function's replicas in a zone until one may be added there
 * @param restDown likewise until one may be removed there
 * @param steady how long pressure has been low before a replica is removed
 */
public record Pace(Duration restUp, Duration restDown, Duration steady) {
  /** No rest at all. */
  public static final Pace RESTLESS = new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  public Pace {
    if (restUp.isNegative() || restDown.isNegative() || steady.isNegative()) {
      throw new IllegalArgumentException("cool-downs must be 0 or more");
    }
  }

  /** After which nothing of a change need be remembered. */
  public Duration longest() {
    return restUp.compareTo(restDown) > 0 ? restUp : restDown;
  }
}
