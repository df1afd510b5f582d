package io.github.edgewatt.workloads.function;

import java.util.List;

/**
 * Defaults and bounds of input fields; each method throws {@link BadInputException} beyond them.
 */
final class Bounds {
  private Bounds() {}

  static int number(String field, Integer value, int fallback, int least, int most) {
    return (int) number(field, value == null ? null : value.longValue(), fallback, least, most);
  }

  static long number(String field, Long value, long fallback, long least, long most) {
    if (value == null) {
      return fallback;
    }
    if (value < least || value > most) {
      throw new BadInputException(
          field + " must be from " + least + " to " + most + ", not " + value);
    }
    return value;
  }

  /** Length counts in UTF-16 units, as {@link String#length()} does. */
  static String text(String field, String value, String fallback, int most) {
    if (value == null) {
      return fallback;
    }
    if (value.length() > most) {
      throw new BadInputException(
          field + " must have at most " + most + " characters, not " + value.length());
    }
    return value;
  }

  static String oneOf(String field, String value, List<String> allowed) {
    if (value == null) {
      return allowed.get(0);
    }
    if (!allowed.contains(value)) {
      throw new BadInputException(field + " must be one of " + String.join(", ", allowed));
    }
    return value;
  }

  /** A plain-text body where the function's main field is a number. */
  static int parse(String field, String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new BadInputException(field + " must be a whole number");
    }
  }
}
