package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Plots;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** Measured over forecast: on the diagonal they agree. */
public final class ScatterChart {
  private ScatterChart() {}

  /** The chart, on one scale in both directions. */
  public static Figure of(Predicted target, String name) {
    String description = target.target() + ", measured over forecast";
    Points points = Points.of(target.predicted(), target.observed());
    if (points.isEmpty()) {
      return Drawn.noData(name, description);
    }
    double min = Math.min(Points.min(points.x()), Points.min(points.y()));
    double max = Math.max(Points.max(points.x()), Points.max(points.y()));
    NumberAxis x = axis(Words.withUnit("forecast", target.unit()), min, max);
    XYPlot plot = Plots.plot(x, axis(null, min, max));
    plot.setDomainGridlinesVisible(true);
    Plots.addBehind(plot, new Cloud(points, Ink.MEDIAN));
    double low = x.getLowerBound();
    double high = x.getUpperBound();
    Drawn.addReference(plot, low, low, high, high);
    String caption =
        Words.withUnit(description, target.unit())
            + "; "
            + Words.count(points.size(), "configuration")
            + Cloud.reading(points.size())
            + "; on the dashed line they agree";
    return Drawn.figure(name, caption, description, Plots.chart(plot));
  }

  private static NumberAxis axis(String label, double min, double max) {
    return Plots.between(label, min, max, Drawn.STEPS);
  }
}
