package io.github.edgewatt.profiler.correlate.rule;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Turns counters into rates. A counter that falls was reset, and counts on from 0, as Prometheus
 * has it.
 */
public final class Counters {
  private static final Pattern NAME = Pattern.compile(".*_(total|count|sum|bucket)");
  private static final int MOST_STEPS = 12;

  private Counters() {}

  /**
   * Whether a series counts: its name says so, or it never falls and rises in most steps (older
   * exporters leave the suffix out).
   */
  public static boolean isCounter(String metric, double[] values) {
    return NAME.matcher(metric).matches() || isClimbing(values);
  }

  private static boolean isClimbing(double[] values) {
    int steps = 0;
    int rises = 0;
    for (int i = 1; i < values.length; i++) {
      if (!Double.isNaN(values[i]) && !Double.isNaN(values[i - 1])) {
        steps++;
        rises += values[i] > values[i - 1] ? 1 : 0;
        if (values[i] < values[i - 1]) {
          return false;
        }
      }
    }
    return steps >= 10 && rises > steps / 2;
  }

  /**
   * Increase per second. Where the counter was scraped less often than it is sampled, it stands
   * still between scrapes; the rate is then taken over the usual distance of two changes (at most
   * {@value #MOST_STEPS} steps), else it would be a row of spikes.
   *
   * @return NaN where a value of the span is missing
   */
  public static double[] rates(double[] values, double stepSeconds) {
    int span = changeDistance(values);
    double[] rates = new double[values.length];
    Arrays.fill(rates, Double.NaN);
    for (int i = span; i < values.length; i++) {
      double increase = 0;
      for (int k = i - span + 1; k <= i; k++) {
        increase += values[k] >= values[k - 1] ? values[k] - values[k - 1] : reset(values, k);
      }
      rates[i] = increase / (span * stepSeconds);
    }
    return rates;
  }

  private static double reset(double[] values, int at) {
    return Double.isNaN(values[at - 1]) ? Double.NaN : values[at];
  }

  /** The median number of steps from a change to the next; 1 where it hardly ever changes. */
  private static int changeDistance(double[] values) {
    int[] distances = new int[values.length];
    int count = 0;
    int last = -1;
    for (int i = 1; i < values.length; i++) {
      if (values[i] != values[i - 1] && !Double.isNaN(values[i]) && !Double.isNaN(values[i - 1])) {
        if (last >= 0) {
          distances[count++] = i - last;
        }
        last = i;
      }
    }
    if (count < 10) {
      return 1;
    }
    Arrays.sort(distances, 0, count);
    return Math.min(MOST_STEPS, distances[count / 2]);
  }
}
