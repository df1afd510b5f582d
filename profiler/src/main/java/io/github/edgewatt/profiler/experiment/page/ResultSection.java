package io.github.edgewatt.profiler.experiment.page;

import io.github.edgewatt.charts.page.Html;
import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.profiler.experiment.figures.MeasurementFigures;
import io.github.edgewatt.profiler.experiment.figures.SourceFigures;
import io.github.edgewatt.profiler.experiment.figures.TrackFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as tables: the whole, then each consumer. */
final class ResultSection {
  static final List<String> HEADERS =
      List.of(
          "Consumers",
          "Sent",
          "Answered",
          "Missing",
          "Twice",
          "Asked MB/s",
          "Achieved MB/s",
          "p50 ms",
          "p95 ms",
          "p99 ms",
          "Images/s each",
          "CPU ms/image",
          "J/image");
  private static final List<String> SOURCES =
      List.of(
          "Source",
          "Images",
          "Pre ms",
          "Inference ms",
          "Post ms",
          "Queue p50 ms",
          "Total p50 ms",
          "Total p99 ms");

  private ResultSection() {}

  static void write(Html html, MeasurementFigures figures) {
    html.raw("<section id=\"result\">").element("h2", "What came of it");
    html.openTable(
        "Latency counts from the feeder's time stamp to the end of detection, so time in Kafka"
            + " is in it; CPU is that of the consumers from the first image to the last result",
        HEADERS,
        1);
    html.row(
        HEADERS, cells(figures.facts().consumers() + " × " + Sentence.model(figures), figures), 1);
    html.closeTable();
    remarks(html, figures);
    html.raw("</section>\n<section id=\"sources\">").element("h2", "Each consumer");
    html.openTable("Means of pre, inference and post; queue is the time in Kafka", SOURCES, 1);
    for (SourceFigures source : figures.track().sources()) {
      html.row(SOURCES, cells(source), 1);
    }
    html.closeTable().raw("</section>\n");
  }

  /** A row of the first table, with any name for it. */
  static List<String> cells(String name, MeasurementFigures figures) {
    TrackFigures track = figures.track();
    return List.of(
        name,
        whole(figures.feed().sent()),
        whole(track.unique()),
        whole(track.missing()),
        whole(track.duplicates()),
        figure(figures.feed().askedMbps()),
        figure(figures.feed().achievedMbps()),
        figure(track.p50()),
        figure(track.p95()),
        figure(track.p99()),
        figure(figures.perConsumer()),
        figure(figures.cpuMsPerImage()),
        figure(figures.joulesPerImage()));
  }

  private static List<String> cells(SourceFigures source) {
    return List.of(
        source.source(),
        whole(source.images()),
        figure(source.preMean()),
        figure(source.inferenceMean()),
        figure(source.postMean()),
        figure(source.queueP50()),
        figure(source.totalP50()),
        figure(source.totalP99()));
  }

  private static void remarks(Html html, MeasurementFigures figures) {
    List<String> remarks = new ArrayList<>(figures.faults());
    figures.otherResolution().ifPresent(remarks::add);
    if (figures.facts().joules() == null) {
      remarks.add("no joules: " + figures.facts().meter());
    }
    if (!figures.facts().unseen().isEmpty()) {
      remarks.add("no CPU: " + figures.facts().unseen());
    }
    for (String remark : remarks) {
      html.element("p class=\"note\"", remark);
    }
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String figure(double value) {
    return Numbers.significant(value, 3);
  }
}
