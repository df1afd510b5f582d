package io.github.edgewatt.cluster.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Environment variables, read with their units and ranges. Every method throws {@link
 * IllegalArgumentException} with one line that names the variable, what is wrong with it and what
 * it may be. A variable that is set to nothing counts as not set.
 */
public final class Environment {
  private static final int MOST_PORT = 65_535;
  private static final long MOST_SECONDS = 86_400;
  private static final long MOST_SECRET_BYTES = 4096;

  private final Map<String, String> variables;

  /**
   * @param variables as {@link System#getenv()} gives them
   */
  public Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** A text without white space around it. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name))
        .map(String::strip)
        .filter(one -> !one.isEmpty());
  }

  /** A text, or {@code otherwise}. */
  public String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  /** A finite number from {@code least} to {@code most}. */
  public Optional<Double> number(String name, double least, double most) {
    return text(name).map(value -> number(name, value, least, most));
  }

  /** A finite number from {@code least} to {@code most}, or {@code otherwise}. */
  public double number(String name, double otherwise, double least, double most) {
    return number(name, least, most).orElse(otherwise);
  }

  /** A whole number from {@code least} to {@code most}, or {@code otherwise}. */
  public int whole(String name, int otherwise, int least, int most) {
    double value = number(name, otherwise, least, most);
    if (value != Math.rint(value)) {
      throw refused(name, text(name).orElse("?"), "a whole number");
    }
    return (int) value;
  }

  /** A TCP port, or {@code otherwise}. */
  public int port(String name, int otherwise) {
    return whole(name, otherwise, 1, MOST_PORT);
  }

  /** A time in seconds, more than 0 and a day at most, or {@code otherwise}. */
  public Duration seconds(String name, double otherwise) {
    double seconds = number(name, otherwise, 0, MOST_SECONDS);
    if (seconds <= 0) {
      throw refused(name, text(name).orElse("?"), "a time in seconds, more than 0");
    }
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  /** {@code true} or {@code false} in any case, or {@code otherwise}. */
  public boolean flag(String name, boolean otherwise) {
    return text(name)
        .map(
            value ->
                switch (value.toLowerCase(Locale.ROOT)) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw refused(name, value, "true or false");
                })
        .orElse(otherwise);
  }

  /** One of {@code choices}, in any case, or {@code otherwise}. */
  public String choice(String name, String otherwise, List<String> choices) {
    String value = text(name, otherwise).toLowerCase(Locale.ROOT);
    if (!choices.contains(value)) {
      throw refused(name, value, "one of " + String.join(", ", choices));
    }
    return value;
  }

  /** The parts of a list, separated by commas; empty where it is not set. */
  public List<String> list(String name) {
    return text(name).stream()
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** A secret: {@code name} itself, or the text of the file that {@code name_file} names. */
  public Optional<String> secret(String name) {
    Optional<Path> file = text(name + "_file").map(Path::of);
    if (file.isEmpty()) {
      return text(name);
    }
    try {
      if (Files.size(file.get()) > MOST_SECRET_BYTES) {
        throw refused(name + "_file", file.get().toString(), "a small file");
      }
      return Optional.of(Files.readString(file.get()).strip()).filter(one -> !one.isEmpty());
    } catch (IOException e) {
      throw refused(name + "_file", file.get().toString(), "a file that can be read");
    }
  }

  /**
   * Numbers by function: the value of each variable that begins with {@code prefix}, by the rest of
   * its name, as {@code osmotic_lb_opt_threshold_my_function=0.3} with the prefix {@code
   * osmotic_lb_opt_threshold_} gives {@code my_function -> 0.3}.
   */
  public Map<String, Double> perFunction(String prefix, double least, double most) {
    Map<String, Double> values = new TreeMap<>();
    variables.keySet().stream()
        .filter(name -> name.startsWith(prefix) && name.length() > prefix.length())
        .forEach(
            name ->
                number(name, least, most)
                    .ifPresent(value -> values.put(name.substring(prefix.length()), value)));
    return values;
  }

  private static double number(String name, String text, double least, double most) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!(value >= least && value <= most)) {
      throw refused(name, text, "a number from " + plain(least) + " to " + plain(most));
    }
    return value;
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) && Math.abs(bound) < 1e15
        ? String.valueOf((long) bound)
        : String.valueOf(bound);
  }

  private static IllegalArgumentException refused(String name, String value, String wanted) {
    return new IllegalArgumentException(name + " is '" + value + "': it must be " + wanted);
  }
}
