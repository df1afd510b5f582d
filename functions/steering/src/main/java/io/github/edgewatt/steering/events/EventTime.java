package io.github.edgewatt.steering.events;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** The time in an event's value, {@code ts}. */
public final class EventTime {
  private static final int MICRO_DIGITS = 6;
  private static final int NANO_DIGITS = 9;

  private EventTime() {}

  /** Seconds since 1970 with six decimals: a double would print with an exponent. */
  public static BigDecimal seconds(Instant at) {
    return BigDecimal.valueOf(at.getEpochSecond())
        .add(BigDecimal.valueOf(at.getNano(), NANO_DIGITS))
        .setScale(MICRO_DIGITS, RoundingMode.DOWN);
  }
}
