package io.github.edgewatt.scoring.climate;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads ipmi_exporter's page: the family {@code ipmi_temperature_celsius}, sensors by the exact
 * {@code name}s {@code Ambient}, {@code CPU1} and {@code CPU2}, as WAO-Scheduler looks for them. A
 * sensor that is missing, tells no number, or one that no server survives (below -60 or above 200
 * °C: what broken sensors tell) is NaN. Where a name comes twice, its first usable reading counts.
 */
final class IpmiPage {
  private static final String FAMILY = "ipmi_temperature_celsius{";
  private static final double LEAST_CELSIUS = -60;
  private static final double MOST_CELSIUS = 200;
  private static final int MOST_LINE = 2000;

  /** A label; its value may hold escaped quotes and backslashes. */
  private static final Pattern LABEL =
      Pattern.compile("\\G\\s*,?\\s*([a-zA-Z_]\\w*)\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"");

  private double ambient = Double.NaN;
  private double cpu1 = Double.NaN;
  private double cpu2 = Double.NaN;

  private IpmiPage() {}

  /**
   * The readings of a page.
   *
   * @param at when it was read
   * @return empty where it tells none of the three
   */
  static Optional<Climate> read(String page, Instant at) {
    IpmiPage found = new IpmiPage();
    page.lines()
        .filter(line -> line.startsWith(FAMILY) && line.length() <= MOST_LINE)
        .forEach(found::take);
    boolean nothing =
        Double.isNaN(found.ambient) && Double.isNaN(found.cpu1) && Double.isNaN(found.cpu2);
    return nothing
        ? Optional.empty()
        : Optional.of(new Climate(found.ambient, found.cpu1, found.cpu2, at));
  }

  private void take(String line) {
    Matcher labels = LABEL.matcher(line);
    int from = FAMILY.length();
    String name = "";
    while (labels.find(from)) {
      if (labels.group(1).equals("name")) {
        name = labels.group(2);
      }
      from = labels.end();
    }
    int end = line.indexOf('}', from);
    if (end < 0 || name.isEmpty()) {
      return;
    }
    double celsius = celsius(line.substring(end + 1).strip());
    switch (name) {
      case "Ambient" -> ambient = first(ambient, celsius);
      case "CPU1" -> cpu1 = first(cpu1, celsius);
      case "CPU2" -> cpu2 = first(cpu2, celsius);
      default -> {
        // other sensors
      }
    }
  }

  private static double first(double known, double next) {
    return Double.isNaN(known) ? next : known;
  }

  /** The sample's value; a time stamp may follow it. */
  private static double celsius(String text) {
    try {
      double value = Double.parseDouble(text.split("\\s+", 2)[0]);
      return value >= LEAST_CELSIUS && value <= MOST_CELSIUS ? value : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
