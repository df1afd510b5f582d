package io.github.edgewatt.profiler.experiment.page;

import io.github.edgewatt.profiler.experiment.figures.MeasurementFigures;
import io.github.edgewatt.profiler.experiment.figures.TrackFigures;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** {@code sweep.csv}: the comparison, unrounded; absent figures are {@code nan}. */
final class SweepTable {
  private static final String HEADER =
      "model,resolution,consumers,sent,answered,missing,duplicates,asked_mbps,achieved_mbps,"
          + "p50_ms,p95_ms,p99_ms,images_per_s_per_consumer,cpu_ms_per_image,joules_per_image,"
          + "folder\n";

  private SweepTable() {}

  static String of(List<SweepPage.Row> rows) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (SweepPage.Row row : rows) {
      MeasurementFigures figures = row.figures();
      TrackFigures track = figures.track();
      StringJoiner line = new StringJoiner(",", "", "\n");
      line.add("\"" + figures.facts().model().replace("\"", "\"\"") + "\"")
          .add(figures.resolution())
          .add("" + figures.facts().consumers())
          .add("" + figures.feed().sent())
          .add("" + track.unique())
          .add("" + track.missing())
          .add("" + track.duplicates());
      for (double value :
          new double[] {
            figures.feed().askedMbps(),
            figures.feed().achievedMbps(),
            track.p50(),
            track.p95(),
            track.p99(),
            figures.perConsumer(),
            figures.cpuMsPerImage(),
            figures.joulesPerImage()
          }) {
        line.add(Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "nan");
      }
      csv.append(line.add(row.link().replace("/" + Pages.NAME, "")));
    }
    return csv.toString();
  }
}
