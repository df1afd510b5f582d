package io.github.edgewatt.scoring.score.base;

import java.time.Duration;
import java.time.Instant;

/** Whether a reading is too old to decide on. */
public final class Age {
  /** How far clocks of nodes may be ahead of ours before a reading's time is not believed. */
  private static final long AHEAD_SECONDS = 300;

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Age() {}

  /**
   * One line where a reading is older than {@code limit}, or dated more than 5 min ahead; empty
   * where it is fresh. In whole seconds, as any {@link Instant} has them without overflow.
   *
   * @param what the reading, as the line names it
   */
  public static String why(String what, Instant at, Instant now, Duration limit) {
    long seconds = now.getEpochSecond() - at.getEpochSecond();
    if (seconds > limit.toSeconds()) {
      return what + " " + text(seconds) + " old";
    }
    if (seconds < -AHEAD_SECONDS) {
      return what + " dated " + text(-seconds) + " ahead";
    }
    return "";
  }

  private static String text(long seconds) {
    if (seconds < 2 * MINUTE) {
      return seconds + " s";
    }
    if (seconds < 2 * HOUR) {
      return seconds / MINUTE + " min";
    }
    return seconds < 2 * DAY ? seconds / HOUR + " h" : seconds / DAY + " d";
  }
}
