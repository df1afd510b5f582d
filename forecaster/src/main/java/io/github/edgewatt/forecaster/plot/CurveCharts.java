package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Marks;
import io.github.edgewatt.charts.Plots;
import io.github.edgewatt.charts.Scale;
import io.github.edgewatt.charts.Svg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;

/** Small multiples: what functions cost over their rate, coloured by group. */
public final class CurveCharts {
  private static final int WIDTH = 250;
  private static final int HEIGHT = 158;
  private static final int STEPS = 4;

  private final Palette palette;
  private final double highestRate;
  private final Map<String, Double> sharedTop = new LinkedHashMap<>();

  /**
   * Charts for these curves, on one scale a metric where their values allow it.
   *
   * @param groups the groups' names in their order, for the colours of the map
   */
  public CurveCharts(List<CostCurve> curves, List<String> groups) {
    this.palette = new Palette(groups, curves.stream().map(CostCurve::group).toList());
    this.highestRate =
        curves.stream()
            .flatMapToDouble(curve -> Arrays.stream(curve.rate()))
            .filter(Points::isDrawable)
            .max()
            .orElse(1);
    Map<String, List<Double>> largest = new LinkedHashMap<>();
    for (CostCurve curve : curves) {
      Points points = Points.of(curve.rate(), curve.cost());
      if (!points.isEmpty()) {
        largest
            .computeIfAbsent(curve.metric(), key -> new ArrayList<>())
            .add(Points.max(points.y()));
      }
    }
    largest.forEach(
        (metric, tops) -> {
          if (Scale.isShared(tops)) {
            sharedTop.put(metric, tops.stream().mapToDouble(v -> v).max().getAsDouble());
          }
        });
  }

  /** The metrics drawn on one scale for all functions. */
  public List<String> sharedScales() {
    return List.copyOf(sharedTop.keySet());
  }

  /** The chart of one curve. */
  public Figure of(CostCurve curve, String name) {
    String caption = Words.withUnit(curve.metric(), curve.unit());
    String description = curve.metric() + " of " + curve.function() + " alone over its rate";
    Points points = Points.of(curve.rate(), curve.cost());
    if (points.isEmpty()) {
      Figure none = Drawn.noData(name, description);
      return new Figure(name, caption + ": no data", none.svg());
    }
    double top = sharedTop.getOrDefault(curve.metric(), Points.max(points.y()));
    XYPlot plot =
        Plots.plot(
            Plots.between("requests/s", 0, highestRate, Drawn.STEPS),
            Plots.between(null, Math.min(0, Points.min(points.y())), top, STEPS));
    Marks marks = new Marks();
    XYSeries line = new XYSeries("curve", false);
    for (int i = 0; i < points.size(); i++) {
      line.add(points.x()[i], points.y()[i]);
      marks.add(palette.of(curve.group()), points.x()[i], points.y()[i]);
    }
    Plots.addLine(plot, line, palette.of(curve.group()).ink(), 1.4f);
    marks.addTo(plot);
    String svg = Svg.of(Plots.chart(plot), name, description, WIDTH, HEIGHT);
    return new Figure(name, caption, svg);
  }
}
