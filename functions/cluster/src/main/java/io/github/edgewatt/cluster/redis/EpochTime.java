package io.github.edgewatt.cluster.redis;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Seconds since 1970 as text, with a fraction in one of two meanings: decimal digits, as everybody
 * else writes them, or telemd's count of nanoseconds without leading zeros, where {@code .5000000}
 * is 5 ms.
 */
final class EpochTime {
  private static final Pattern FORM = Pattern.compile("(\\d{1,11})(?:\\.(\\d{1,18}))?");
  private static final int NANO_DIGITS = 9;

  private EpochTime() {}

  /**
   * With a decimal fraction; digits beyond nanoseconds are cut off.
   *
   * @throws IllegalArgumentException one line where it is none
   */
  static Instant decimal(String text) {
    Matcher parts = parts(text);
    String fraction = parts.group(2) == null ? "0" : parts.group(2);
    String nanos = (fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS);
    return Instant.ofEpochSecond(Long.parseLong(parts.group(1)), Long.parseLong(nanos));
  }

  /**
   * With a count of nanoseconds as the fraction.
   *
   * @throws IllegalArgumentException one line where it is none
   */
  static Instant counted(String text) {
    Matcher parts = parts(text);
    String fraction = parts.group(2) == null ? "0" : parts.group(2);
    if (fraction.length() > NANO_DIGITS) {
      throw none(text);
    }
    return Instant.ofEpochSecond(Long.parseLong(parts.group(1)), Long.parseLong(fraction));
  }

  /** The digits of its fraction; empty where it has none. */
  static String fraction(String text) {
    String fraction = parts(text).group(2);
    return fraction == null ? "" : fraction;
  }

  private static Matcher parts(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw none(text);
    }
    return parts;
  }

  private static IllegalArgumentException none(String text) {
    return new IllegalArgumentException("no time in seconds since 1970: " + Text.shown(text));
  }
}
