package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.profiler.measure.GaugeSeries;
import java.util.Comparator;
import java.util.List;

/**
 * Time-weighted means of gauges, over the part of a window in which each of them lived. At an end
 * of the window that no sample lies beyond the nearest one stands for it.
 */
final class GaugeSum {
  private GaugeSum() {}

  /** Sum over all series, each weighed by the share of the window it lived in; NaN without any. */
  static double mean(List<SampleSeries> all, long from, long to, long intervalNanos) {
    double sum = Double.NaN;
    for (SampleSeries series : all) {
      Sequence samples = Sequence.of(series, from, to);
      Part part = Part.of(samples, from, to, intervalNanos);
      if (part != null) {
        double share = (double) (part.to() - part.from()) / (to - from);
        sum = (Double.isNaN(sum) ? 0 : sum) + share * part.mean(samples);
      }
    }
    return sum;
  }

  /** Mean of the series that comes first in order of {@code pod}, {@code name}, {@code id}. */
  static double firstMean(List<SampleSeries> all, long from, long to, long intervalNanos) {
    return all.stream()
        .sorted(Comparator.comparing(GaugeSum::order))
        .map(series -> Sequence.of(series, from, to))
        .filter(samples -> Part.of(samples, from, to, intervalNanos) != null)
        .mapToDouble(samples -> Part.of(samples, from, to, intervalNanos).mean(samples))
        .findFirst()
        .orElse(Double.NaN);
  }

  private static String order(SampleSeries series) {
    return series.labels().getOrDefault("pod", "")
        + "\n"
        + series.labels().getOrDefault("name", "")
        + "\n"
        + series.labels().getOrDefault("id", "");
  }

  /** A gauge's mean, most and last value, ends extended; all NaN without samples. */
  static double[] meanMaxLast(SampleSeries series, long from, long to) {
    Sequence samples = Sequence.of(series, from, to);
    if (samples.size() == 0) {
      return new double[] {Double.NaN, Double.NaN, Double.NaN};
    }
    GaugeSeries gauge = extended(samples, from, to);
    return new double[] {gauge.mean(from, to).value(), gauge.max(from, to).value(), gauge.last(to)};
  }

  private static GaugeSeries extended(Sequence samples, long from, long to) {
    GaugeSeries gauge = new GaugeSeries(samples.size() + 2);
    if (samples.first() - from > 0) {
      gauge.append(from, samples.values()[0]);
    }
    for (int i = 0; i < samples.size(); i++) {
      gauge.append(samples.nanos()[i], samples.values()[i]);
    }
    if (samples.last() - to < 0) {
      gauge.append(to, samples.values()[samples.size() - 1]);
    }
    return gauge;
  }

  /** Where in the window the series lived: an interval more than its samples tell, at most. */
  private record Part(long from, long to) {

    static Part of(Sequence samples, long from, long to, long interval) {
      if (samples.size() == 0) {
        return null;
      }
      long start = samples.first() - interval - from > 0 ? samples.first() - interval / 2 : from;
      long patient = Math.round(Lifespan.PATIENT_INTERVALS * interval);
      long end = samples.last() + patient - to < 0 ? samples.last() + interval / 2 : to;
      return end - start <= 0 || start - to >= 0 || end - from <= 0 ? null : new Part(start, end);
    }

    double mean(Sequence samples) {
      return extended(samples, from, to).mean(from, to).value();
    }
  }
}
