package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Key;
import io.github.edgewatt.charts.Plots;
import java.util.Arrays;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** What was measured less what was forecast, over the forecast. */
public final class ResidualChart {
  /** The share of points that must be seen; the few beyond would press the others flat. */
  private static final double SHOWN = 0.995;

  private ResidualChart() {}

  /** The chart, with running median and 5 and 95 % quantiles where there are enough points. */
  public static Figure of(Predicted target, String name) {
    String description = target.target() + ", measured less forecast, over the forecast";
    Points points = residuals(target);
    if (points.isEmpty()) {
      return Drawn.noData(name, description);
    }
    double edge = edge(points);
    NumberAxis x =
        Plots.between(
            Words.withUnit("forecast", target.unit()),
            Points.min(points.x()),
            Points.max(points.x()),
            Drawn.STEPS);
    NumberAxis y = Plots.between(null, -edge, edge, Drawn.STEPS);
    XYPlot plot = Plots.plot(x, y);
    plot.setDomainGridlinesVisible(true);
    Plots.addBehind(plot, new Cloud(points, Ink.MEDIAN));
    Drawn.addReference(plot, x.getLowerBound(), 0, x.getUpperBound(), 0);
    Key key = new Key();
    RunningBand band = RunningBand.of(points);
    if (!band.isEmpty()) {
      Plots.addLine(plot, band.low(), Ink.WARN, 1.4f);
      Plots.addLine(plot, band.high(), Ink.WARN, 1.4f);
      Plots.addLine(plot, band.median(), Ink.TEXT, 2f);
      key.line(Ink.TEXT, "median").line(Ink.WARN, "5 and 95 %");
    }
    long beyond = Arrays.stream(points.y()).filter(v -> Math.abs(v) > y.getUpperBound()).count();
    String caption =
        Words.withUnit(description, target.unit())
            + "; "
            + Words.count(points.size(), "configuration")
            + Cloud.reading(points.size())
            + (beyond == 0 ? "" : "; beyond the edges: " + Words.number(beyond));
    return Drawn.figure(name, caption, description, Plots.chart(plot, key));
  }

  private static Points residuals(Predicted target) {
    double[] residual = new double[target.observed().length];
    for (int i = 0; i < residual.length; i++) {
      residual[i] = target.observed()[i] - target.predicted()[i];
    }
    return Points.of(target.predicted(), residual);
  }

  private static double edge(Points points) {
    double[] sizes = Arrays.stream(points.y()).map(Math::abs).sorted().toArray();
    return Quantiles.of(sizes, SHOWN);
  }
}
