package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.profiler.measure.CounterSeries;
import io.github.edgewatt.profiler.measure.WindowFigure;
import java.util.List;
import java.util.Locale;

/**
 * The increase of a sum of counters over a window: one {@link CounterSeries} each. A counter that
 * appears started from 0 at most one interval before its first sample; one that goes away keeps
 * what it had.
 */
final class CounterSum {
  private static final double NANOS = 1e9;

  private final long intervalNanos;
  private final double mostPerSecond;

  /**
   * How to sum.
   *
   * @param intervalNanos how often the counters are scraped
   * @param mostPerSecond the steepest a counter can rise: cores, for CPU seconds
   */
  CounterSum(long intervalNanos, double mostPerSecond) {
    this.intervalNanos = intervalNanos;
    this.mostPerSecond = mostPerSecond;
  }

  SumFigure over(List<SampleSeries> all, Scrapes scrapes, long from, long to) {
    double sum = 0;
    int used = 0;
    int fewest = Integer.MAX_VALUE;
    long gap = 0;
    int began = 0;
    int ended = 0;
    int notNumbers = 0;
    long slowest = intervalNanos;
    for (SampleSeries series : all) {
      Sequence samples = Sequence.of(series, from, to);
      notNumbers += samples.notNumbers();
      if (samples.size() == 0) {
        continue;
      }
      long interval = Math.max(intervalNanos, samples.typicalGapNanos());
      slowest = Math.max(slowest, interval);
      Lifespan life = Lifespan.of(samples, scrapes, from, to, interval);
      if (!life.problem().isEmpty()) {
        return SumFigure.absent(life.problem());
      }
      boolean outside = samples.last() - from <= 0 || samples.first() - interval - to >= 0;
      if (outside) {
        continue;
      }
      if (life.began() && samples.values()[0] > mostPerSecond * 2 * interval / NANOS) {
        return SumFigure.absent(
            String.format(
                Locale.ROOT,
                "a counter appears in the window with %.0f already on it",
                samples.values()[0]));
      }
      WindowFigure figure = delta(samples, life, from, to, interval);
      sum += figure.value();
      used++;
      began += life.began() ? 1 : 0;
      ended += life.ended() ? 1 : 0;
      if (!life.began() && !life.ended()) {
        fewest = Math.min(fewest, figure.samples());
      }
      gap = Math.max(gap, largestMovingGap(samples, from, to));
    }
    if (used == 0) {
      return SumFigure.absent("no samples");
    }
    int count = fewest == Integer.MAX_VALUE ? 0 : fewest;
    return new SumFigure(new WindowFigure(sum, count, gap, ""), began, ended, slowest, notNumbers);
  }

  private static WindowFigure delta(
      Sequence samples, Lifespan life, long from, long to, long interval) {
    CounterSeries counter = new CounterSeries(samples.size() + 3);
    if (life.began()) {
      long zero = samples.first() - interval;
      if (zero - from > 0) {
        counter.append(from, 0);
      }
      counter.append(zero, 0);
    }
    for (int i = 0; i < samples.size(); i++) {
      counter.append(samples.nanos()[i], samples.values()[i]);
    }
    if (life.ended()) {
      counter.append(to, samples.values()[samples.size() - 1]);
    }
    return counter.delta(from, to);
  }

  /** A gap across which a counter did not move hides nothing. */
  private static long largestMovingGap(Sequence samples, long from, long to) {
    long gap = 0;
    int first = Math.max(0, samples.atOrBefore(from));
    int last = Math.min(samples.size() - 1, samples.atOrAfter(to));
    for (int i = first; i < last; i++) {
      if (samples.values()[i + 1] != samples.values()[i]) {
        gap = Math.max(gap, samples.nanos()[i + 1] - samples.nanos()[i]);
      }
    }
    return gap;
  }
}
