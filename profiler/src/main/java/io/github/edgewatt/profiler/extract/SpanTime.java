package io.github.edgewatt.profiler.extract;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of the command line.
 *
 * @param epochSecond seconds since 1970
 * @param note what a user should know of it, where the clock was changed at that time
 */
public record SpanTime(long epochSecond, Optional<String> note) {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern AGO = Pattern.compile("-(\\d{1,9})([smhd])");

  /**
   * Reads {@code 2024-01-30 19:10:15} on the clock of a zone, {@code 2024-01-30T19:10:15Z} or with
   * an offset, {@code now}, or {@code -2h} (s, m, h, d before now). A time that a clock showed
   * twice is the first of the two; one that it left out is as much later as it was put forward.
   *
   * @throws IllegalArgumentException with one line for the user
   */
  public static SpanTime parse(String option, String text, ZoneId zone, Instant now) {
    String word = text.strip();
    if (word.equals("now")) {
      return new SpanTime(now.getEpochSecond(), Optional.empty());
    }
    Matcher ago = AGO.matcher(word);
    try {
      if (ago.matches()) {
        long back = Long.parseLong(ago.group(1)) * unit(ago.group(2)).toSeconds();
        return new SpanTime(now.getEpochSecond() - back, Optional.empty());
      }
      if (word.contains("T")) {
        return new SpanTime(OffsetDateTime.parse(word).toEpochSecond(), Optional.empty());
      }
      return local(option, LocalDateTime.parse(word, LOCAL), zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s is '%s': write it like \"2024-01-30 19:10:15\", 2024-01-30T19:10:15Z, now or -2h"
              .formatted(option, text),
          e);
    }
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }

  private static SpanTime local(String option, LocalDateTime time, ZoneId zone) {
    long second = time.atZone(zone).toEpochSecond();
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    if (change == null) {
      return new SpanTime(second, Optional.empty());
    }
    Instant taken = Instant.ofEpochSecond(second);
    String what =
        change.isGap()
            ? "%s %s did not exist in %s, where the clock was put forward: taken as %s"
            : "%s %s came twice in %s, where the clock was put back: the first is taken, %s";
    return new SpanTime(
        second, Optional.of(what.formatted(option, LOCAL.format(time), zone, taken)));
  }
}
