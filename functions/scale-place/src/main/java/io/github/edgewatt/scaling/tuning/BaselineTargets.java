package io.github.edgewatt.scaling.tuning;

import java.util.Map;

/**
 * What the baselines hold a function to. Those maps say it of single functions, and under the empty
 * name of all others.
 *
 * @param cpuPercent CPU use of a replica in percent of one core, more than 0
 * @param millis the percentile of its times, more than 0
 * @param tolerance how far from 1 a ratio may be before anything is done, 0 or more
 * @param percentile which percentile, 0 to 100
 * @param measure which time of a request
 */
public record BaselineTargets(
    Map<String, Double> cpuPercent,
    Map<String, Double> millis,
    Map<String, Double> tolerance,
    Map<String, Double> percentile,
    TimeMeasure measure) {
  public BaselineTargets {
    cpuPercent = Map.copyOf(cpuPercent);
    millis = Map.copyOf(millis);
    tolerance = Map.copyOf(tolerance);
    percentile = Map.copyOf(percentile);
  }

  /** A function's CPU target in percent of one core; 80 where it has none. */
  public double cpuPercentOf(String function) {
    return of(cpuPercent, function, 80);
  }

  /** A function's time target in milliseconds; 100 where it has none. */
  public double millisOf(String function) {
    return of(millis, function, 100);
  }

  /** A function's tolerance; 0.1 where it has none. */
  public double toleranceOf(String function) {
    return of(tolerance, function, 0.1);
  }

  /** A function's percentile; 90 where it has none. */
  public double percentileOf(String function) {
    return of(percentile, function, 90);
  }

  private static double of(Map<String, Double> values, String function, double otherwise) {
    return values.getOrDefault(function, values.getOrDefault("", otherwise));
  }
}
