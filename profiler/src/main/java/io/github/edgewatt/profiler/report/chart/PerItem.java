package io.github.edgewatt.profiler.report.chart;

import io.github.edgewatt.charts.Glyph;
import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Mark;
import io.github.edgewatt.charts.Marks;
import io.github.edgewatt.charts.Plots;
import io.github.edgewatt.charts.Svg;
import java.util.List;
import org.jfree.chart.plot.XYPlot;

/** One mark for each of some numbered things; absent values (NaN) have none. */
public final class PerItem {
  private static final int WIDTH = 440;
  private static final int HEIGHT = 190;

  private PerItem() {}

  /**
   * The chart as an SVG element.
   *
   * @param items label of the axis that numbers them from 1
   */
  public static String svg(
      String id, String description, String items, List<Double> values, Ink ink) {
    double most =
        values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).max().orElse(1);
    XYPlot plot = Plots.plot(Plots.whole(items, 1, values.size(), 12), Plots.linear(null, most, 4));
    Marks marks = new Marks();
    for (int i = 0; i < values.size(); i++) {
      marks.add(new Mark(Glyph.CIRCLE, ink, 0), i + 1, values.get(i));
    }
    marks.addTo(plot);
    return Svg.of(Plots.chart(plot), id, description, WIDTH, HEIGHT);
  }
}
