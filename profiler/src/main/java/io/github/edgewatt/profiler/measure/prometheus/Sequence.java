package io.github.edgewatt.profiler.measure.prometheus;

import java.util.Arrays;
import java.util.Map;

/**
 * A series' samples that are numbers, and how many near the window were not.
 *
 * @param notNumbers NaN samples in the window
 */
record Sequence(Map<String, String> labels, long[] nanos, double[] values, int notNumbers) {

  static Sequence of(SampleSeries series, long from, long to) {
    int size = series.nanos().length;
    long[] nanos = new long[size];
    double[] values = new double[size];
    int kept = 0;
    int notNumbers = 0;
    for (int i = 0; i < size; i++) {
      long at = series.nanos()[i];
      if (Double.isFinite(series.values()[i])) {
        nanos[kept] = at;
        values[kept++] = series.values()[i];
      } else if (at - from >= 0 && at - to <= 0) {
        notNumbers++;
      }
    }
    return new Sequence(
        series.labels(), Arrays.copyOf(nanos, kept), Arrays.copyOf(values, kept), notNumbers);
  }

  int size() {
    return nanos.length;
  }

  long first() {
    return nanos[0];
  }

  long last() {
    return nanos[size() - 1];
  }

  /** Index of the last sample at or before an instant, -1 where all are later. */
  int atOrBefore(long instant) {
    int index = -1;
    while (index + 1 < size() && nanos[index + 1] - instant <= 0) {
      index++;
    }
    return index;
  }

  /** Index of the first sample at or after an instant, the size where all are earlier. */
  int atOrAfter(long instant) {
    int index = atOrBefore(instant);
    return index >= 0 && nanos[index] == instant ? index : index + 1;
  }

  /** The middle one of the times between samples; 0 with fewer than three samples. */
  long typicalGapNanos() {
    if (size() < 3) {
      return 0;
    }
    long[] gaps = new long[size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = nanos[i + 1] - nanos[i];
    }
    Arrays.sort(gaps);
    return gaps[gaps.length / 2];
  }

  /** Whether a counter went back between the samples around the window. */
  boolean resets(long from, long to) {
    int first = Math.max(0, atOrBefore(from));
    int last = Math.min(size() - 1, atOrAfter(to));
    for (int i = first; i < last; i++) {
      if (values[i + 1] < values[i]) {
        return true;
      }
    }
    return false;
  }

  String label(String name) {
    return labels.getOrDefault(name, "");
  }
}
