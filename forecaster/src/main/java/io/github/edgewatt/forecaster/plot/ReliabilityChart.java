package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Glyph;
import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Mark;
import io.github.edgewatt.charts.Marks;
import io.github.edgewatt.charts.Plots;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;

/** Whether what is forecast to overload with a probability of a third does so a third of times. */
public final class ReliabilityChart {
  private static final int BINS = 10;
  private static final Mark MARK = new Mark(Glyph.CIRCLE, Ink.MEDIAN, 0);

  private ReliabilityChart() {}

  /** The chart: ten bins of the probability, the share that was overloaded in each, and counts. */
  public static Figure of(OverloadScores scores, String name) {
    String description = "Share overloaded over the forecast probability of an overload";
    int[] counts = new int[BINS];
    int[] overloads = new int[BINS];
    double[] sums = new double[BINS];
    int total = 0;
    for (int i = 0; i < scores.probability().length; i++) {
      double probability = scores.probability()[i];
      if (probability >= 0 && probability <= 1) {
        int bin = Math.min(BINS - 1, (int) (BINS * probability));
        counts[bin]++;
        sums[bin] += probability;
        overloads[bin] += scores.overloaded()[i] ? 1 : 0;
        total++;
      }
    }
    if (total == 0) {
      return Drawn.noData(name, description);
    }
    Marks marks = new Marks();
    Labels labels = new Labels();
    XYSeries line = new XYSeries("bins", false);
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        double x = 100 * sums[bin] / counts[bin];
        double y = 100.0 * overloads[bin] / counts[bin];
        line.add(x, y);
        marks.add(MARK, x, y);
        labels.add(x, y, Words.number(counts[bin]), Ink.MUTED);
      }
    }
    NumberAxis x = Plots.between("forecast probability, %", 0, 100, Drawn.STEPS);
    XYPlot plot = Plots.plot(x, Plots.between(null, 0, 100, Drawn.STEPS));
    plot.setDomainGridlinesVisible(true);
    Drawn.addReference(plot, 0, 0, 100, 100);
    Plots.addLine(plot, line, Ink.MEDIAN, 1.4f);
    marks.addTo(plot);
    plot.addAnnotation(labels);
    String caption =
        description
            + ", %, in tenths; numbers count configurations, "
            + Words.number(total)
            + " in all; on the dashed line the forecast is right";
    return Drawn.figure(name, caption, description, Plots.chart(plot));
  }
}
