package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Glyph;
import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Key;
import io.github.edgewatt.charts.Mark;
import io.github.edgewatt.charts.Marks;
import io.github.edgewatt.charts.Plots;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;

/** The variance principal components explain, one by one and together. */
public final class VarianceChart {
  private static final int HEIGHT = 250;
  private static final Mark SUM = new Mark(Glyph.CIRCLE, Ink.TAIL, 0);

  private VarianceChart() {}

  /** The chart: a bar a component, those that are kept in colour, and a line for their sum. */
  public static Figure of(ExplainedVariance variance, String name) {
    String description = "Variance explained by principal components";
    double[] share = variance.share();
    XYSeries sums = new XYSeries("sum", false);
    Marks marks = new Marks();
    XYPlot plot =
        Plots.plot(
            Plots.whole("component", 1, Math.max(1, share.length), 10),
            Plots.linear(null, 100, Drawn.STEPS));
    double sum = 0;
    for (int i = 0; i < share.length; i++) {
      if (Points.isDrawable(share[i])) {
        Ink ink = i < variance.kept() ? Ink.MEDIAN : Ink.SKIP;
        Plots.addBehind(
            plot,
            new XYBoxAnnotation(i + 0.65, 0, i + 1.35, 100 * share[i], null, null, ink.color(200)));
        sum += share[i];
        sums.add(i + 1.0, 100 * sum);
        marks.add(SUM, i + 1.0, 100 * sum);
      }
    }
    if (sums.isEmpty()) {
      return Drawn.noData(name, description);
    }
    Plots.addLine(plot, sums, Ink.TAIL, 1.4f);
    marks.addTo(plot);
    Key key = new Key().area(Ink.MEDIAN, "kept");
    if (variance.kept() < share.length) {
      key.area(Ink.SKIP, "left out");
    }
    key.line(Ink.TAIL, "sum");
    return Drawn.figure(name, description + ", %", description, Plots.chart(plot, key), HEIGHT);
  }
}
