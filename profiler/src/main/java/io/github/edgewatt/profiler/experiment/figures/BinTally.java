package io.github.edgewatt.profiler.experiment.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Sorts results into equal parts of time, as many as a chart can show. */
final class BinTally {
  private static final int BINS = 120;
  private static final double LEAST_MS = 1_000;

  private final FeedFigures feed;
  private final double widthMs;
  private final TreeMap<Integer, Histogram> bins = new TreeMap<>();

  BinTally(FeedFigures feed) {
    this.feed = feed;
    this.widthMs = Math.max(LEAST_MS, (feed.endMs() - feed.startMs()) / BINS);
  }

  void add(double finishMs, double totalMs) {
    double place = (finishMs - feed.startMs()) / widthMs;
    // What comes long after the feed's end, or before its start, is no part of the picture.
    if (place >= 0 && place < 4 * BINS) {
      Latencies.record(bins.computeIfAbsent((int) place, at -> new Histogram(2)), totalMs);
    }
  }

  List<TimeBin> bins() {
    List<TimeBin> all = new ArrayList<>();
    double answered = 0;
    int last = bins.isEmpty() ? -1 : bins.lastKey();
    for (int i = 0; i <= last; i++) {
      Histogram bin = bins.getOrDefault(i, new Histogram(2));
      answered += bin.getTotalCount();
      double end = feed.startMs() + (i + 1) * widthMs;
      all.add(
          new TimeBin(
              (i + 0.5) * widthMs / 1_000,
              bin.getTotalCount() / (widthMs / 1_000),
              Latencies.percentile(bin, 50),
              Latencies.percentile(bin, 99),
              Math.max(0, sentBy(end) - answered)));
    }
    return all;
  }

  /** Images sent by then: slices are filled evenly. */
  private double sentBy(double timeMs) {
    double sent = 0;
    for (Slice slice : feed.slices()) {
      if (timeMs < slice.toMs()) {
        double share = (timeMs - slice.fromMs()) / (slice.toMs() - slice.fromMs());
        return sent + Math.max(0, share) * slice.sent();
      }
      sent += slice.sent();
    }
    return feed.sent();
  }
}
