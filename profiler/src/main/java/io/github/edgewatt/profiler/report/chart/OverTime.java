package io.github.edgewatt.profiler.report.chart;

import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Key;
import io.github.edgewatt.charts.Plots;
import io.github.edgewatt.charts.Svg;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;

/** Lines over time with a legend; absent values (NaN) leave gaps in them. */
public final class OverTime {
  private static final int WIDTH = 440;
  private static final int HEIGHT = 210;

  private OverTime() {}

  /**
   * One line.
   *
   * @param name in the legend
   * @param ink its colour
   * @param x times, ascending
   * @param y values, as many
   */
  public record Line(String name, Ink ink, List<Double> x, List<Double> y) {
    public Line {
      x = List.copyOf(x);
      y = List.copyOf(y);
      if (x.size() != y.size()) {
        throw new IllegalArgumentException(x.size() + " times and " + y.size() + " values");
      }
    }
  }

  /**
   * The chart as an SVG element.
   *
   * @param logarithmic whether values are drawn by their logarithm; those not above 0 are left out
   */
  public static String svg(
      String id, String description, String timeAxis, List<Line> lines, boolean logarithmic) {
    double[] values = values(lines, logarithmic);
    double end = lines.stream().flatMap(l -> l.x().stream()).mapToDouble(x -> x).max().orElse(1);
    double most = Arrays.stream(values).max().orElse(1);
    ValueAxis y =
        logarithmic
            ? Plots.decades(Arrays.stream(values).min().orElse(1), most)
            : Plots.linear(null, most, 4);
    XYPlot plot = Plots.plot(Plots.linear(timeAxis, end, 6), y);
    Key key = new Key();
    for (Line line : lines) {
      XYSeries series = new XYSeries(line.name(), false, true);
      for (int i = 0; i < line.x().size(); i++) {
        double value = line.y().get(i);
        boolean drawn = Double.isFinite(value) && (!logarithmic || value > 0);
        Double shown = logarithmic ? Double.valueOf(Math.log10(value)) : Double.valueOf(value);
        series.add(line.x().get(i), drawn ? shown : null);
      }
      Plots.addLine(plot, series, line.ink(), 1.5f);
      key.line(line.ink(), line.name());
    }
    return Svg.of(Plots.chart(plot, key), id, description, WIDTH, HEIGHT);
  }

  private static double[] values(List<Line> lines, boolean logarithmic) {
    return lines.stream()
        .flatMapToDouble(line -> line.y().stream().mapToDouble(Double::doubleValue))
        .flatMap(
            value ->
                Double.isFinite(value) && (!logarithmic || value > 0)
                    ? DoubleStream.of(value)
                    : DoubleStream.empty())
        .toArray();
  }
}
