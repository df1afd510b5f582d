package io.github.edgewatt.collector.event;

import io.github.edgewatt.collector.event.Checked.Bad;
import io.github.edgewatt.collector.event.Checked.Good;
import io.github.edgewatt.collector.event.FpgaEvent.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Checks the fields of an event. The texts of refusals are the published collector's; what it let
 * through (times that are not numbers, negative or of the future) is refused with them too.
 */
public final class EventReader {
  /** Clients on other machines have clocks of their own. */
  public static final long MOST_SKEW_MILLIS = 30_000;

  static final String FORM = "Error parsing form";
  static final String TIMESTAMP = "Error parsing timestamp_ms";
  static final String RECONFIGURATION = "Error parsing reconfiguration_ms";
  static final String DURATION = "Error parsing duration_ms";
  static final String BITSTREAM = "Error parsing bitstream_identifier";
  static final String LOADED = "Error parsing bitstream_identifiers";

  private static final int MOST_DIGITS = 64;

  private EventReader() {}

  /** What is said of a form that cannot be read. */
  public static Checked unreadable() {
    return new Bad(FORM);
  }

  /** The event in {@code fields}, as it is at {@code nowMillis}. */
  public static Checked check(EventFields fields, long nowMillis) {
    Long timestamp = whole(fields.timestampMs());
    if (timestamp == null) {
      return new Bad(TIMESTAMP);
    }
    if (timestamp > nowMillis + MOST_SKEW_MILLIS) {
      return new Bad(TIMESTAMP + ": more than " + MOST_SKEW_MILLIS / 1000 + " s in the future");
    }
    boolean reconfiguration = given(fields.reconfigurationMs());
    if (!reconfiguration && !given(fields.durationMs())) {
      return new Bad(FORM + "\n" + DURATION);
    }
    double millis = time(reconfiguration ? fields.reconfigurationMs() : fields.durationMs());
    if (Double.isNaN(millis)) {
      return new Bad(reconfiguration ? RECONFIGURATION : DURATION);
    }
    Kind kind = reconfiguration ? Kind.RECONFIGURATION : Kind.USAGE;
    return withBitstreams(fields, timestamp, kind, millis);
  }

  private static Checked withBitstreams(
      EventFields fields, long timestamp, Kind kind, double millis) {
    Optional<String> bitstream = Optional.ofNullable(fields.bitstream()).filter(id -> given(id));
    if (bitstream.isPresent() && !Identifiers.valid(bitstream.get())) {
      return new Bad(BITSTREAM);
    }
    Optional<List<String>> loaded = Optional.empty();
    if (given(fields.loaded())) {
      loaded = Identifiers.list(fields.loaded());
      if (loaded.isEmpty()) {
        return new Bad(LOADED);
      }
    }
    return new Good(new FpgaEvent(timestamp, kind, millis, bitstream, loaded));
  }

  private static boolean given(String text) {
    return text != null && !text.isEmpty();
  }

  private static Long whole(String text) {
    if (!given(text) || !only(text, "+-")) {
      return null;
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Milliseconds that passed, or not a number where {@code text} says none. */
  private static double time(String text) {
    // Java would also read white space, hexadecimals, "1d" and "Infinity".
    if (!only(text, "+-.eE")) {
      return Double.NaN;
    }
    try {
      double millis = Double.parseDouble(text);
      return millis >= 0 && millis <= Double.MAX_VALUE ? Math.abs(millis) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static boolean only(String text, String besideDigits) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && besideDigits.indexOf(c) < 0) {
        return false;
      }
    }
    return text.length() <= MOST_DIGITS;
  }
}
