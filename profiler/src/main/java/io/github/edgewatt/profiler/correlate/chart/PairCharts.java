package io.github.edgewatt.profiler.correlate.chart;

import io.github.edgewatt.charts.Glyph;
import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Mark;
import io.github.edgewatt.charts.Marks;
import io.github.edgewatt.charts.Plots;
import io.github.edgewatt.charts.Svg;
import io.github.edgewatt.profiler.correlate.rule.Grid;
import java.util.Arrays;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;

/** A series over time, two over each other, and one against the other. */
public final class PairCharts {
  private static final int WIDTH = 520;
  private static final int LINE_HEIGHT = 150;
  private static final int SCATTER_WIDTH = 340;
  private static final int SCATTER_HEIGHT = 220;
  private static final int MOST_POINTS = 480;
  private static final int MOST_MARKS = 300;
  private static final Mark POINT = new Mark(Glyph.CIRCLE, Ink.MEDIAN, 0);

  private final Grid grid;

  public PairCharts(Grid grid) {
    this.grid = grid;
  }

  /** One series over minutes. */
  public String timeLine(double[] values, String id, String description) {
    double[] range = range(values);
    XYPlot plot = Plots.plot(minutes(), Plots.between(null, range[0], range[1], 4));
    Plots.addLine(plot, line(values, 0, 0, 1), Ink.MEDIAN, 1.4f);
    return Svg.of(Plots.chart(plot), id, description, WIDTH, LINE_HEIGHT);
  }

  /** Two series over minutes, each from its least to its most; the second earlier by its lag. */
  public String overlay(double[] left, double[] right, int lag, String id, String description) {
    XYPlot plot = Plots.plot(minutes(), Plots.linear(null, 1, 2));
    Plots.addLine(plot, scaled(left, 0), Ink.MEDIAN, 1.6f);
    Plots.addLine(plot, scaled(right, lag), Ink.TAIL, 1.2f);
    return Svg.of(Plots.chart(plot), id, description, WIDTH, LINE_HEIGHT);
  }

  /** The second series, its lag later, over the first. */
  public String scatter(double[] left, double[] right, int lag, String id, String description) {
    double[] x = range(left);
    double[] y = range(right);
    XYPlot plot =
        Plots.plot(Plots.between(null, x[0], x[1], 4), Plots.between(null, y[0], y[1], 4));
    Marks marks = new Marks();
    int stride = Math.max(1, left.length / MOST_MARKS);
    for (int i = 0; i < left.length; i += stride) {
      if (i + lag >= 0 && i + lag < right.length) {
        marks.add(POINT, left[i], right[i + lag]);
      }
    }
    marks.addTo(plot);
    return Svg.of(Plots.chart(plot), id, description, SCATTER_WIDTH, SCATTER_HEIGHT);
  }

  private NumberAxis minutes() {
    return Plots.linear(null, minute(grid.points() - 1), 6);
  }

  private double minute(double index) {
    return index * grid.stepSeconds() / 60;
  }

  private XYSeries scaled(double[] values, int lag) {
    double[] range = range(values);
    double width = range[1] - range[0];
    return line(values, lag, range[0], width > 0 ? width : 1);
  }

  /** Means of equally many neighbours, where there are more points than pixels; a gap is a gap. */
  private XYSeries line(double[] values, int lag, double zero, double unit) {
    XYSeries line = new XYSeries("line", false, true);
    int width = Math.max(1, (values.length + MOST_POINTS - 1) / MOST_POINTS);
    for (int from = 0; from < values.length; from += width) {
      int to = Math.min(values.length, from + width);
      double mean =
          Arrays.stream(values, from, to).filter(Double::isFinite).average().orElse(Double.NaN);
      double at = minute((from + to - 1) / 2.0 - lag);
      if (at >= 0) {
        line.add(at, (mean - zero) / unit);
      }
    }
    return line;
  }

  private static double[] range(double[] values) {
    double least = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
    double most = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
    return new double[] {least, most};
  }
}
