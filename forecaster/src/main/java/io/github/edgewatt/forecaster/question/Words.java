package io.github.edgewatt.forecaster.question;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads figures that users write; each refusal is one line that says what would do. */
public final class Words {
  private static final String DECIMAL = "(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?";
  private static final Pattern NUMBER = Pattern.compile("\\+?" + DECIMAL);
  private static final Pattern SIZE = Pattern.compile("(" + DECIMAL + ")\\s*([a-zA-Z]*)");
  private static final Map<String, Double> UNITS =
      Map.of(
          "", 1.0, "b", 1.0, "kb", 1e3, "mb", 1e6, "gb", 1e9, "tb", 1e12, "kib", 0x1p10, "mib",
          0x1p20, "gib", 0x1p30, "tib", 0x1p40);
  private static final int MOST_LISTED = 20;

  private Words() {}

  /** A rate in requests per second, 0 or more, finite. */
  public static double rate(String function, String text) {
    return number(text)
        .orElseThrow(
            () ->
                new BadQuestionException(
                    "the rate of %s is '%s': give requests per second, a number of 0 or more"
                        .formatted(function, shown(text))));
  }

  /** A rate to stop at in requests per second, above 0. */
  public static double limit(String text) {
    double limit = number(text).orElse(Double.NaN);
    if (limit > 0) {
      return limit;
    }
    throw new BadQuestionException(
        "'%s' is no rate to stop at: give requests per second, a number above 0"
            .formatted(shown(text)));
  }

  /** A probability above 0 and below 1. */
  public static double risk(String text) {
    double risk = number(text).orElse(Double.NaN);
    if (risk > 0 && risk < 1) {
      return risk;
    }
    throw new BadQuestionException(
        "'%s' is not a risk between 0 and 1 (5 %% is 0.05)".formatted(shown(text)));
  }

  /**
   * A figure of 0 or more.
   *
   * @param what what it is and its unit: {@code CPU at rest in percent of one core}
   */
  public static double figure(String what, String text) {
    return number(text)
        .orElseThrow(
            () ->
                new BadQuestionException(
                    "'%s' is no %s: give a number of 0 or more".formatted(shown(text), what)));
  }

  /** A size in bytes: {@code 4200000000}, {@code 4.2GB}, {@code 3.9GiB}. */
  public static double bytes(String text) {
    Matcher matcher = SIZE.matcher(text.strip());
    Double unit = matcher.matches() ? UNITS.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
    double bytes = unit == null ? Double.NaN : Double.parseDouble(matcher.group(1)) * unit;
    if (!Double.isFinite(bytes)) {
      throw new BadQuestionException(
          "'%s' is not a size: give bytes, or a number with MB, GB, MiB or GiB"
              .formatted(shown(text)));
    }
    return bytes;
  }

  /** The known ones in a line, the first twenty of many. */
  static String list(Collection<String> known) {
    if (known.isEmpty()) {
      return "none";
    }
    String first = String.join(", ", known.stream().sorted().limit(MOST_LISTED).toList());
    return known.size() <= MOST_LISTED
        ? first
        : first + " and " + (known.size() - MOST_LISTED) + " more";
  }

  /** What a user wrote, short and on one line. */
  static String shown(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > 40 ? clean.substring(0, 40) + "…" : clean;
  }

  /** A finite number of 0 or more; empty for anything else. */
  static OptionalDouble number(String text) {
    String stripped = text.strip();
    if (!NUMBER.matcher(stripped).matches()) {
      return stripped.matches("-0+(\\.0*)?") ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
    double value = Double.parseDouble(stripped);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
