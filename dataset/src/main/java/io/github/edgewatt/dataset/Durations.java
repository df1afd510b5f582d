package io.github.edgewatt.dataset;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people type them and as they stand in file names and {@code run.json}: {@code
 * 500ms}, {@code 20s}, {@code 1m30s}, {@code 15m}, {@code 2h}.
 */
public final class Durations {
  /** The longest duration that is accepted. */
  public static final Duration LONGEST = Duration.ofHours(24);

  private static final Pattern TEXT =
      Pattern.compile("(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

  private Durations() {}

  /**
   * Reads a duration of 1 ms to 24 h: whole numbers, each with its unit, largest unit first.
   *
   * @throws IllegalArgumentException for anything else; the message is one line for the user
   */
  public static Duration parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a duration: write whole numbers with units, such as 500ms, 20s,"
              + " 1m30s or 15m");
    }
    Duration duration =
        Duration.ofHours(number(matcher, 1))
            .plusMinutes(number(matcher, 2))
            .plusSeconds(number(matcher, 3))
            .plusMillis(number(matcher, 4));
    if (duration.isZero()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no time at all: at least 1ms is needed");
    }
    if (duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("'" + text + "' is longer than 24h");
    }
    return duration;
  }

  /**
   * The canonical text: {@code 90s} becomes {@code 1m30s}, zero {@code 0s}.
   *
   * @throws IllegalArgumentException for a negative duration or one with fractions of a millisecond
   */
  public static String format(Duration duration) {
    if (duration.isNegative() || duration.toNanosPart() % 1_000_000 != 0) {
      throw new IllegalArgumentException(duration + " is not a whole number of milliseconds");
    }
    StringBuilder text = new StringBuilder();
    append(text, duration.toHours(), "h");
    append(text, duration.toMinutesPart(), "m");
    append(text, duration.toSecondsPart(), "s");
    append(text, duration.toMillisPart(), "ms");
    return text.isEmpty() ? "0s" : text.toString();
  }

  private static void append(StringBuilder text, long number, String unit) {
    if (number > 0) {
      text.append(number).append(unit);
    }
  }

  private static long number(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
  }
}
