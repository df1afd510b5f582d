package io.github.edgewatt.profiler.experiment.page;

import io.github.edgewatt.charts.Fonts;
import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.page.Html;
import io.github.edgewatt.profiler.experiment.figures.FeedFigures;
import io.github.edgewatt.profiler.experiment.figures.MeasurementFigures;
import io.github.edgewatt.profiler.experiment.figures.Slice;
import io.github.edgewatt.profiler.experiment.figures.TimeBin;
import io.github.edgewatt.profiler.experiment.figures.UsageFigures.Point;
import io.github.edgewatt.profiler.report.chart.OverTime;
import io.github.edgewatt.profiler.report.chart.OverTime.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Load, latency, queue and CPU over time. */
final class ChartSection {
  private ChartSection() {}

  static void write(Html html, MeasurementFigures figures) {
    html.raw("<section id=\"time\">").element("h2", "In the order of time");
    Optional<String> noCharts = Fonts.problem();
    if (noCharts.isPresent()) {
      html.element("p class=\"note\"", noCharts.get()).raw("</section>\n");
      return;
    }
    List<TimeBin> bins = figures.track().bins();
    TimeScale scale = TimeScale.of(figures.seconds());
    html.raw("<div class=\"pair\">");
    html.figure(
        "Load and throughput, images/s",
        OverTime.svg(
            "load",
            "Images a second asked, sent and answered",
            scale.axis(),
            load(figures, scale),
            false));
    html.figure(
        "Latency from feeder to result, ms",
        OverTime.svg(
            "latency",
            "Median and 99th percentile of the latency",
            scale.axis(),
            List.of(
                line("p99", Ink.TAIL, bins, TimeBin::p99Ms, scale),
                line("p50", Ink.MEDIAN, bins, TimeBin::p50Ms, scale)),
            true));
    html.figure(
        "Images sent and not answered yet",
        OverTime.svg(
            "queue",
            "Images that wait for an answer",
            scale.axis(),
            List.of(line("waiting", Ink.WARN, bins, TimeBin::waiting, scale)),
            false));
    Line cpu = cpu(figures, scale);
    if (!cpu.x().isEmpty()) {
      html.figure(
          "CPU of all consumers, cores",
          OverTime.svg("cpu", "Cores the consumers keep busy", scale.axis(), List.of(cpu), false));
    }
    html.raw("</div></section>\n");
  }

  private static List<Line> load(MeasurementFigures figures, TimeScale scale) {
    FeedFigures feed = figures.feed();
    List<Double> x = new ArrayList<>();
    List<Double> asked = new ArrayList<>();
    List<Double> sent = new ArrayList<>();
    for (Slice slice : feed.slices()) {
      double seconds = (slice.toMs() - slice.fromMs()) / 1_000;
      x.add(scale.at(((slice.toMs() + slice.fromMs()) / 2 - feed.startMs()) / 1_000));
      asked.add(slice.targetPerSecond());
      sent.add(seconds > 0 ? slice.sent() / seconds : Double.NaN);
    }
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("asked", Ink.SKIP, x, asked));
    lines.add(new Line("sent", Ink.MEDIAN, x, sent));
    lines.add(
        line("answered", Ink.VALID, figures.track().bins(), TimeBin::answeredPerSecond, scale));
    return lines;
  }

  private static Line line(
      String name, Ink ink, List<TimeBin> bins, ToDoubleFunction<TimeBin> value, TimeScale scale) {
    return new Line(
        name,
        ink,
        bins.stream().map(bin -> scale.at(bin.second())).toList(),
        bins.stream().map(value::applyAsDouble).toList());
  }

  /** Cores in use between readings, over parts of time as wide as the other charts'. */
  private static Line cpu(MeasurementFigures figures, TimeScale scale) {
    Map<Double, Double> cores = new TreeMap<>();
    Map<String, List<Point>> points = figures.usage().points();
    if (!points.isEmpty()) {
      List<TimeBin> bins = figures.track().bins();
      double half = bins.size() < 2 ? 0.5 : (bins.get(1).second() - bins.get(0).second()) / 2;
      // Counters move in steps of 10 ms and are read once a second: narrower parts are noise.
      double width = Math.max(2 * half, 3);
      for (double at = width / 2; at < figures.seconds(); at += width) {
        double middle = figures.feed().startMs() + at * 1_000;
        double used = figures.usage().cpuSeconds(middle - width * 500, middle + width * 500);
        cores.put(scale.at(at), used / width);
      }
    }
    return new Line("CPU", Ink.VALID, List.copyOf(cores.keySet()), List.copyOf(cores.values()));
  }
}
