package io.github.edgewatt.profiler.energy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An estimate of power for a machine without a meter: linear in CPU between an idle and a busy
 * figure the user knows. The linear form is the usual first-order model of a server (Fan, Weber,
 * Barroso, "Power provisioning for a warehouse-sized computer", ISCA 2007). Its results are marked
 * {@code estimate} wherever they go.
 *
 * @param idleWatts power of the idle machine, above 0
 * @param maxWatts power with all cores busy, above {@code idleWatts}
 */
public record PowerModel(double idleWatts, double maxWatts) {
  private static final double MOST_WATTS = 100_000;
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)W\\.\\.(\\d{1,6}(?:\\.\\d{1,3})?)W");

  public PowerModel {
    if (!(idleWatts > 0) || !(maxWatts > idleWatts) || !(maxWatts <= MOST_WATTS)) {
      throw new IllegalArgumentException(
          "power model %sW..%sW: want 0 < idle < max <= 100000 watts"
              .formatted(number(idleWatts), number(maxWatts)));
    }
  }

  /**
   * Reads {@code 12W..65W}.
   *
   * @throws IllegalArgumentException with one line for the user
   */
  public static PowerModel parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "power model '" + text + "': write idle and full power like 12W..65W");
    }
    return new PowerModel(
        Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
  }

  /**
   * {@code idle + (max - idle) * cpu / (100 * cores)}, at most {@code max}.
   *
   * @param cpuPercent CPU in percent of one core; NaN gives NaN
   * @param cores cores of the node
   */
  public double watts(double cpuPercent, int cores) {
    double share = Math.min(1, cpuPercent / (100.0 * cores));
    return idleWatts + (maxWatts - idleWatts) * share;
  }

  @Override
  public String toString() {
    return number(idleWatts) + "W.." + number(maxWatts) + "W";
  }

  private static String number(double watts) {
    return watts == Math.rint(watts) ? Long.toString((long) watts) : Double.toString(watts);
  }
}
