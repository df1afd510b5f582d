package io.github.edgewatt.profiler.measure.prometheus;

import java.util.Map;

/**
 * Raw samples of one series, oldest first.
 *
 * @param labels the series' labels, {@code __name__} among them
 * @param nanos when each sample was taken, on {@link System#nanoTime}'s scale
 * @param values as many values
 */
public record SampleSeries(Map<String, String> labels, long[] nanos, double[] values) {
  public SampleSeries {
    labels = Map.copyOf(labels);
    if (nanos.length != values.length) {
      throw new IllegalArgumentException(nanos.length + " times for " + values.length + " values");
    }
  }
}
