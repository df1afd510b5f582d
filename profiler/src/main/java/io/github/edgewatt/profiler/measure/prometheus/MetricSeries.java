package io.github.edgewatt.profiler.measure.prometheus;

import java.util.Map;

/**
 * One series of an answer on Prometheus' own clock, oldest sample first. An instant vector's series
 * have one sample; a scalar is one series without labels.
 *
 * @param labels the series' labels, {@code __name__} among them where it was kept
 * @param epochMillis when each sample was taken, milliseconds since 1970
 * @param values as many values, NaN and infinities among them
 */
public record MetricSeries(Map<String, String> labels, long[] epochMillis, double[] values) {
  public MetricSeries {
    labels = Map.copyOf(labels);
    if (epochMillis.length != values.length) {
      throw new IllegalArgumentException(
          epochMillis.length + " times for " + values.length + " values");
    }
  }

  /** A label's value, or empty, which to Prometheus is the same as a label that is missing. */
  public String label(String name) {
    return labels.getOrDefault(name, "");
  }

  /** The newest value; NaN without samples. */
  public double last() {
    return values.length == 0 ? Double.NaN : values[values.length - 1];
  }
}
