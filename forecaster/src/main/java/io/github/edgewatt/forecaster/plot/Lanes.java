package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Plots;
import java.awt.BasicStroke;
import java.util.List;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;

/** Horizontal bars, their words above them: names may be long and pages narrow. */
final class Lanes {
  private static final int LANE_HEIGHT = 28;
  private static final int AXIS_HEIGHT = 48;
  private static final int MOST_CHARACTERS = 42;

  private static final BasicStroke GOAL = new BasicStroke(1.6f);

  private Lanes() {}

  /**
   * A bar.
   *
   * @param value what stands at the right
   * @param length on the chart's axis
   */
  record Lane(String label, String value, double length, Ink ink) {}

  /**
   * The plot.
   *
   * @param goal a value marked in every lane; NaN for none
   */
  static XYPlot plot(NumberAxis x, List<Lane> lanes, double goal) {
    NumberAxis y = Plots.linear(null, lanes.size(), 1);
    y.setRange(0, lanes.size());
    y.setVisible(false);
    XYPlot plot = Plots.plot(x, y);
    plot.setFixedRangeAxisSpace(null);
    plot.setRangeGridlinesVisible(false);
    plot.setDomainGridlinesVisible(true);
    for (int i = 0; i < lanes.size(); i++) {
      Lane lane = lanes.get(i);
      double base = lanes.size() - 1.0 - i;
      Plots.addBehind(
          plot,
          new XYBoxAnnotation(
              0, base + 0.1, lane.length, base + 0.45, null, null, lane.ink.color(200)));
      if (Double.isFinite(goal)) {
        plot.addAnnotation(
            new XYLineAnnotation(goal, base + 0.04, goal, base + 0.49, GOAL, Ink.TEXT.color()));
      }
      String label = Words.shortened(lane.label, MOST_CHARACTERS);
      plot.addAnnotation(text(label, 0, base, TextAnchor.CENTER_LEFT, Ink.TEXT));
      double right = x.getUpperBound();
      plot.addAnnotation(text(lane.value, right, base, TextAnchor.CENTER_RIGHT, Ink.MUTED));
    }
    return plot;
  }

  static int height(List<Lane> lanes) {
    return lanes.size() * LANE_HEIGHT + AXIS_HEIGHT;
  }

  private static XYTextAnnotation text(
      String text, double x, double base, TextAnchor anchor, Ink ink) {
    XYTextAnnotation annotation = new XYTextAnnotation(text, x, base + 0.71);
    annotation.setTextAnchor(anchor);
    annotation.setFont(Plots.TICKS);
    annotation.setPaint(ink.color());
    return annotation;
  }
}
