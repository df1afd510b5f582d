package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Glyph;
import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Key;
import io.github.edgewatt.charts.Mark;
import io.github.edgewatt.charts.Marks;
import io.github.edgewatt.charts.Plots;
import java.util.Arrays;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;

/** How well functions fall into k groups, over k. */
public final class SilhouetteChart {
  private static final int HEIGHT = 250;
  private static final Mark SILHOUETTE = new Mark(Glyph.CIRCLE, Ink.MEDIAN, 1);
  private static final Mark STABILITY = new Mark(Glyph.SQUARE, Ink.TAIL, 0);

  private SilhouetteChart() {}

  /** The chart: mean silhouette and, where known, stability; a line marks the k in use. */
  public static Figure of(Silhouettes silhouettes, String name) {
    String description = "Mean silhouette over the number of groups";
    double[] k = Arrays.stream(silhouettes.k()).asDoubleStream().toArray();
    Points silhouette = Points.of(k, silhouettes.silhouette());
    if (silhouette.isEmpty()) {
      return Drawn.noData(name, description);
    }
    double lowest = Math.min(0, Points.min(silhouette.y()));
    NumberAxis x =
        Plots.whole("number of groups", (int) Points.min(k), (int) Points.max(k), 2 * Drawn.STEPS);
    XYPlot plot = Plots.plot(x, Plots.between(null, lowest, 1, Drawn.STEPS));
    ValueMarker chosen = new ValueMarker(silhouettes.chosen(), Ink.TEXT.color(), Plots.HAIRLINE);
    plot.addDomainMarker(chosen);
    Marks marks = new Marks();
    Key key = new Key().line(Ink.MEDIAN, "silhouette");
    if (silhouettes.stability().length > 0) {
      add(plot, marks, Points.of(k, silhouettes.stability()), STABILITY);
      key.line(Ink.TAIL, "stability");
    }
    add(plot, marks, silhouette, SILHOUETTE);
    marks.addTo(plot);
    String caption = description + "; the line marks the " + silhouettes.chosen() + " in use";
    return Drawn.figure(name, caption, description, Plots.chart(plot, key), HEIGHT);
  }

  private static void add(XYPlot plot, Marks marks, Points points, Mark mark) {
    XYSeries line = new XYSeries("line", false);
    for (int i = 0; i < points.size(); i++) {
      line.add(points.x()[i], points.y()[i]);
      marks.add(mark, points.x()[i], points.y()[i]);
    }
    Plots.addLine(plot, line, mark.ink(), 1.4f);
  }
}
