package io.github.edgewatt.collector.event;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads {@code application/x-www-form-urlencoded}, as a body and as a query. Runs on the event loop
 * for each event: one pass, and strings for the known fields only.
 *
 * <p>As the published collector's library does: the body comes before the query, the first of
 * several values counts, {@code ;} and a broken percent escape make the whole form unreadable.
 */
public final class Form {
  private static final String[] NAMES = {
    "timestamp_ms",
    "reconfiguration_ms",
    "duration_ms",
    "bitstream_identifier",
    "bitstream_identifiers",
    "node"
  };
  private static final byte[] NOTHING = {};

  private Form() {}

  /**
   * The fields of a request.
   *
   * @param body the form in the body; none where it is no form
   * @param query the raw query; null where there is none
   * @return empty where the form cannot be read
   */
  public static Optional<EventFields> read(byte[] body, String query) {
    String[] values = new String[NAMES.length];
    byte[] asked = query == null ? NOTHING : query.getBytes(StandardCharsets.UTF_8);
    if (!collect(body, values) || !collect(asked, values)) {
      return Optional.empty();
    }
    return Optional.of(
        new EventFields(values[0], values[1], values[2], values[3], values[4], values[5]));
  }

  private static boolean collect(byte[] form, String[] values) {
    int start = 0;
    while (start < form.length) {
      int end = start;
      int equals = -1;
      boolean escaped = false;
      for (; end < form.length && form[end] != '&'; end++) {
        switch (form[end]) {
          case ';' -> {
            return false;
          }
          case '=' -> equals = equals < 0 ? end : equals;
          case '%', '+' -> escaped = true;
          default -> {}
        }
      }
      if (!pair(form, start, equals < 0 ? end : equals, end, escaped, values)) {
        return false;
      }
      start = end + 1;
    }
    return true;
  }

  private static boolean pair(
      byte[] form, int start, int nameEnd, int end, boolean escaped, String[] values) {
    String name = text(form, start, nameEnd, escaped);
    String value = nameEnd == end ? "" : text(form, nameEnd + 1, end, escaped);
    if (name == null || value == null) {
      return false;
    }
    for (int i = 0; i < NAMES.length; i++) {
      if (values[i] == null && NAMES[i].equals(name)) {
        values[i] = value;
      }
    }
    return true;
  }

  /** The decoded text, or null where an escape is broken. */
  private static String text(byte[] form, int start, int end, boolean escaped) {
    if (!escaped) {
      return new String(form, start, end - start, StandardCharsets.UTF_8);
    }
    byte[] decoded = new byte[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      byte next = form[i];
      if (next == '+') {
        next = ' ';
      } else if (next == '%') {
        int value = i + 2 < end ? hex(form[i + 1]) << 4 | hex(form[i + 2]) : -1;
        if (value < 0) {
          return null;
        }
        next = (byte) value;
        i += 2;
      }
      decoded[length++] = next;
    }
    return new String(decoded, 0, length, StandardCharsets.UTF_8);
  }

  private static int hex(byte digit) {
    return digit < 0 ? -1 : Character.digit((char) digit, 16);
  }
}
