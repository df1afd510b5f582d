package io.github.edgewatt.profiler.report.chart;

import io.github.edgewatt.charts.Captioned;
import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Plots;
import io.github.edgewatt.charts.Scale;
import io.github.edgewatt.charts.Svg;
import io.github.edgewatt.dataset.MeanInterval;
import io.github.edgewatt.profiler.report.figures.FunctionFigures;
import io.github.edgewatt.profiler.report.figures.SoloPoint;
import io.github.edgewatt.profiler.report.figures.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;

/**
 * Small multiples: CPU, memory, power and latency of each function alone over the rate. Points are
 * repeats, the line joins the means of the valid ones.
 */
public final class RateCharts {
  private static final int WIDTH = 250;
  private static final int HEIGHT = 158;
  private static final int STEPS = 4;

  private final List<FunctionFigures> functions;
  private final double highestRate;
  private final Map<Metric, Double> sharedTop = new EnumMap<>(Metric.class);

  /** Charts for these functions, on common scales where their values allow it. */
  public RateCharts(List<FunctionFigures> functions) {
    this.functions = List.copyOf(functions);
    this.highestRate = all().mapToDouble(SoloPoint::rate).max().orElse(1);
    for (Metric metric : Metric.values()) {
      List<Double> largest = functions.stream().map(f -> largest(f.points(), metric)).toList();
      if (Scale.isShared(largest)) {
        sharedTop.put(
            metric, largest.stream().mapToDouble(v -> v).filter(Double::isFinite).max().orElse(1));
      }
    }
  }

  /** The charts of one function, top to bottom; those without any figure are left out. */
  public List<Captioned> of(FunctionFigures function, String idPrefix) {
    List<Captioned> charts = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      if (hasFigures(metric) && !function.points().isEmpty()) {
        String id = idPrefix + "-" + metric.name().toLowerCase(Locale.ROOT);
        String caption = metric.title() + ", " + metric.unit();
        charts.add(new Captioned(caption, draw(function, metric, id)));
      }
    }
    return charts;
  }

  /** The titles of the metrics drawn on one scale for all functions, lower case. */
  public List<String> sharedScales() {
    List<String> titles = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      if (hasFigures(metric) && (metric == Metric.LATENCY || sharedTop.containsKey(metric))) {
        titles.add(metric == Metric.CPU ? "CPU" : metric.title().toLowerCase(Locale.ROOT));
      }
    }
    return titles;
  }

  /** Whether any function has a power figure. */
  public boolean hasPower() {
    return hasFigures(Metric.POWER);
  }

  private boolean hasFigures(Metric metric) {
    return all().mapToDouble(metric::of).anyMatch(Double::isFinite);
  }

  private Stream<SoloPoint> all() {
    return functions.stream().flatMap(function -> function.points().stream());
  }

  private static double largest(List<SoloPoint> points, Metric metric) {
    return points.stream()
        .mapToDouble(metric::of)
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }

  private String draw(FunctionFigures function, Metric metric, String id) {
    List<SoloPoint> points = function.points();
    XYPlot plot = Plots.plot(Plots.linear("requests/s", highestRate, 5), valueAxis(points, metric));
    StateMarks marks = new StateMarks();
    if (metric == Metric.LATENCY) {
      addFigure(plot, marks, points, p -> positive(p.latencyP99Millis()), true, Ink.TAIL, Ink.TAIL);
      addFigure(plot, marks, points, p -> positive(metric.of(p)), true, Ink.MEDIAN, Ink.MEDIAN);
    } else {
      addFigure(plot, marks, points, metric::of, false, Ink.AXIS, Ink.VALID);
    }
    marks.addTo(plot);
    String description =
        metric.title()
            + " in "
            + metric.unit()
            + " of "
            + function.function()
            + " alone over requests per second";
    return Svg.of(Plots.chart(plot), id, description, WIDTH, HEIGHT);
  }

  private ValueAxis valueAxis(List<SoloPoint> points, Metric metric) {
    if (metric != Metric.LATENCY) {
      double top = sharedTop.getOrDefault(metric, largest(points, metric));
      return Plots.linear(null, top, STEPS);
    }
    double[] latencies =
        all()
            .flatMapToDouble(p -> DoubleStream.of(p.latencyP50Millis(), p.latencyP99Millis()))
            .filter(v -> v > 0 && Double.isFinite(v))
            .sorted()
            .toArray();
    return latencies.length == 0
        ? Plots.decades(1, 10)
        : Plots.decades(latencies[0], latencies[latencies.length - 1]);
  }

  /** A function at rate 0 has no latency; a logarithm would make it minus infinity. */
  private static double positive(double value) {
    return value > 0 ? value : Double.NaN;
  }

  /** Adds the points of a figure and the line through its means, or both as logarithms. */
  private static void addFigure(
      XYPlot plot,
      StateMarks marks,
      List<SoloPoint> points,
      ToDoubleFunction<SoloPoint> figure,
      boolean logarithmic,
      Ink line,
      Ink valid) {
    Map<Integer, List<Double>> byRate = new TreeMap<>();
    for (SoloPoint point : points) {
      double value = figure.applyAsDouble(point);
      marks.add(point.state(), valid, point.rate(), logarithmic ? Math.log10(value) : value);
      if (point.state() == State.VALID || point.state() == State.OVERLOADED) {
        byRate.computeIfAbsent(point.rate(), rate -> new ArrayList<>()).add(value);
      }
    }
    XYSeries means = new XYSeries("mean");
    byRate.forEach(
        (rate, values) -> {
          double mean = MeanInterval.of(values).mean();
          if (Double.isFinite(mean)) {
            means.add(rate.doubleValue(), logarithmic ? Math.log10(mean) : mean);
          }
        });
    Plots.addLine(plot, means, line, 1.4f);
  }
}
