package io.github.edgewatt.forecaster.plot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jfree.data.xy.XYSeries;

/** Median and 5 and 95 % quantiles of y over x, in windows of equally many points. */
record RunningBand(XYSeries low, XYSeries median, XYSeries high) {
  private static final int MOST_WINDOWS = 20;

  /** Fewer say nothing of a 5 % quantile. */
  private static final int FEWEST_IN_WINDOW = 20;

  /** The band; without a point where there are too few points for two windows. */
  static RunningBand of(Points points) {
    RunningBand band =
        new RunningBand(
            new XYSeries("5 %", false), new XYSeries("median", false), new XYSeries("95 %", false));
    int windows = Math.min(MOST_WINDOWS, points.size() / FEWEST_IN_WINDOW);
    if (windows < 2) {
      return band;
    }
    int[] order =
        IntStream.range(0, points.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> points.x()[i]))
            .mapToInt(i -> i)
            .toArray();
    for (int window = 0; window < windows; window++) {
      int from = (int) ((long) points.size() * window / windows);
      int to = (int) ((long) points.size() * (window + 1) / windows);
      double at = points.x()[order[(from + to) / 2]];
      double[] sorted =
          Arrays.stream(order, from, to).mapToDouble(i -> points.y()[i]).sorted().toArray();
      band.low.add(at, Quantiles.of(sorted, 0.05));
      band.median.add(at, Quantiles.of(sorted, 0.5));
      band.high.add(at, Quantiles.of(sorted, 0.95));
    }
    return band;
  }

  boolean isEmpty() {
    return median.isEmpty();
  }
}
