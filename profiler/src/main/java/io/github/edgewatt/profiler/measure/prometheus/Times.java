package io.github.edgewatt.profiler.measure.prometheus;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times in Prometheus' forms. */
final class Times {
  private static final Pattern DURATION =
      Pattern.compile(
          "(?:(\\d{1,9})y)?(?:(\\d{1,9})w)?(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?"
              + "(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");
  private static final long[] UNIT_MILLIS = {
    365L * 86_400_000, 7L * 86_400_000, 86_400_000, 3_600_000, 60_000, 1000, 1
  };

  private Times() {}

  /** {@code 1m30s} as a duration; zero where it is none. */
  static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Duration.ZERO;
    }
    long millis = 0;
    for (int i = 0; i < UNIT_MILLIS.length; i++) {
      String digits = matcher.group(i + 1);
      millis += digits == null ? 0 : Long.parseLong(digits) * UNIT_MILLIS[i];
    }
    return Duration.ofMillis(millis);
  }

  /** Milliseconds since 1970 as seconds with three decimals, the form of {@code time=}. */
  static String seconds(long epochMillis) {
    return String.format(Locale.ROOT, "%d.%03d", epochMillis / 1000, epochMillis % 1000);
  }

  /** A length for people: {@code 5 s}, {@code 0.5 s}. */
  static String words(Duration length) {
    double seconds = length.toMillis() / 1000.0;
    return seconds == Math.rint(seconds)
        ? String.format(Locale.ROOT, "%.0f s", seconds)
        : String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
