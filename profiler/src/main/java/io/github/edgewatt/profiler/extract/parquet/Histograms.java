package io.github.edgewatt.profiler.extract.parquet;

import java.io.IOException;
import java.util.Arrays;
import java.util.SortedMap;

/** Counts and sums of a native histogram's samples: at most 11,000, a query's points. */
final class Histograms {
  private long[] times = new long[64];
  private double[] counts = new double[64];
  private double[] sums = new double[64];
  private int size;

  void add(long time, double count, double sum) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
      sums = Arrays.copyOf(sums, 2 * size);
    }
    times[size] = time;
    counts[size] = count;
    sums[size++] = sum;
  }

  void tell(MatrixReader.Series series, SortedMap<String, String> labels) throws IOException {
    tell(series, labels, "count", counts);
    tell(series, labels, "sum", sums);
  }

  private void tell(
      MatrixReader.Series series, SortedMap<String, String> labels, String part, double[] values)
      throws IOException {
    series.begin(labels, part);
    for (int i = 0; i < size; i++) {
      series.sample(times[i], values[i]);
    }
  }
}
