package io.github.edgewatt.yolo.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Environment variables with their ranges. One that is set to nothing counts as not set; a wrong
 * one is an {@link IllegalArgumentException} of one line that names it.
 */
final class Variables {
  private final Map<String, String> values;

  Variables(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(one -> !one.isEmpty());
  }

  String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  OptionalInt whole(String name, int least, int most) {
    Optional<String> text = text(name);
    return text.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) whole(name, text.get(), least, most));
  }

  long whole(String name, long otherwise, long least, long most) {
    return text(name).map(text -> whole(name, text, least, most)).orElse(otherwise);
  }

  /** A number from 0 to 1. */
  OptionalDouble share(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    double number;
    try {
      number = Double.parseDouble(text.get());
    } catch (NumberFormatException e) {
      number = Double.NaN;
    }
    if (!(number >= 0 && number <= 1)) {
      throw refused(name, text.get(), "a number from 0 to 1");
    }
    return OptionalDouble.of(number);
  }

  boolean flag(String name, boolean otherwise) {
    String text = text(name, otherwise ? "true" : "false");
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused(name, text, "TRUE or FALSE");
    };
  }

  String choice(String name, String otherwise, List<String> choices) {
    String text = text(name, otherwise).toLowerCase(Locale.ROOT);
    if (!choices.contains(text)) {
      throw refused(name, text, "one of " + String.join(", ", choices));
    }
    return text;
  }

  private static long whole(String name, String text, long least, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw refused(name, text, "a whole number from " + least + " to " + most);
  }

  static IllegalArgumentException refused(String name, String value, String wanted) {
    return new IllegalArgumentException(name + " is '" + value + "': it must be " + wanted);
  }
}
