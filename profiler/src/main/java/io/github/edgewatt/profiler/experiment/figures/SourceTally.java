package io.github.edgewatt.profiler.experiment.figures;

import java.util.Map;
import org.HdrHistogram.Histogram;

/** Adds up one consumer's rows. */
final class SourceTally {
  private final Histogram queue = new Histogram(2);
  private final Histogram total = new Histogram(2);
  private long images;
  private double pre;
  private double inference;
  private double post;

  void add(Map<String, String> row, double totalMs) {
    images++;
    pre += CsvFile.number(row, "pre");
    inference += CsvFile.number(row, "inf");
    post += CsvFile.number(row, "post");
    Latencies.record(queue, CsvFile.number(row, "queue"));
    Latencies.record(total, totalMs);
  }

  SourceFigures figures(String source) {
    return new SourceFigures(
        source,
        images,
        pre / images,
        inference / images,
        post / images,
        Latencies.percentile(queue, 50),
        Latencies.percentile(total, 50),
        Latencies.percentile(total, 99));
  }
}
