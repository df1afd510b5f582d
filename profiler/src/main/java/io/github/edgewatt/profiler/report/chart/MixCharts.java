package io.github.edgewatt.profiler.report.chart;

import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Plots;
import io.github.edgewatt.charts.Svg;
import io.github.edgewatt.profiler.report.figures.Combination;
import io.github.edgewatt.profiler.report.figures.MixPoint;
import io.github.edgewatt.profiler.report.figures.State;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;

/** Mixes: what they cost against the sum of their parts, and where they overload the node. */
public final class MixCharts {
  private static final int WIDTH = 380;
  private static final int SCATTER_HEIGHT = 320;
  private static final int LANE_HEIGHT = 30;
  private static final int AXIS_HEIGHT = 48;

  /** CPU share of the cores above which a node counts as overloaded. */
  private static final double OVERLOAD_SHARE = 80;

  private MixCharts() {}

  /** Measured against summed CPU with the diagonal; empty without a point to show. */
  public static String additivity(List<Combination> combinations, String id) {
    StateMarks marks = new StateMarks();
    double largest = 0;
    for (MixPoint point : points(combinations)) {
      if (Double.isFinite(point.measuredPercent()) && Double.isFinite(point.summedPercent())) {
        marks.add(point.state(), point.summedPercent(), Math.max(0, point.measuredPercent()));
        largest = Math.max(largest, Math.max(point.measuredPercent(), point.summedPercent()));
      }
    }
    if (largest == 0) {
      return "";
    }
    NumberAxis x =
        Plots.withRoomBelow(Plots.linear("sum of the functions alone, % of one core", largest, 5));
    NumberAxis y = Plots.withRoomBelow(Plots.linear(null, largest, 5));
    XYPlot plot = Plots.plot(x, y);
    plot.setDomainGridlinesVisible(true);
    double top = x.getUpperBound();
    XYSeries diagonal = new XYSeries("diagonal");
    diagonal.add(0, 0);
    diagonal.add(top, top);
    Plots.addLine(plot, diagonal, Ink.MUTED, 1f, 4f, 3f);
    marks.addTo(plot);
    return Svg.of(
        Plots.chart(plot),
        id,
        "Measured CPU of mixes over the sum of their functions' CPU alone",
        WIDTH,
        SCATTER_HEIGHT);
  }

  /**
   * One lane a combination, its configurations at the CPU their functions take alone; empty without
   * a point to show.
   *
   * @param cores cores of the node, 0 where unknown: then the scale is percent of one core
   */
  public static String overloadMap(List<Combination> combinations, int cores, String id) {
    double divisor = cores > 0 ? cores : 1;
    double largest =
        points(combinations).stream()
            .mapToDouble(point -> point.summedPercent() / divisor)
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    if (!(largest > 0)) {
      return "";
    }
    String label = "sum of the functions alone, % of " + (cores > 0 ? "all cores" : "one core");
    double top = cores > 0 ? Math.max(100, largest) : largest;
    NumberAxis x = Plots.withRoomBelow(Plots.linear(label, top, 5));
    NumberAxis lanes = Plots.linear(null, combinations.size(), 1);
    lanes.setRange(0, combinations.size());
    lanes.setVisible(false);
    XYPlot plot = Plots.plot(x, lanes);
    plot.setFixedRangeAxisSpace(null);
    plot.setRangeGridlinesVisible(false);
    plot.setDomainGridlinesVisible(true);
    StateMarks marks = new StateMarks();
    for (int lane = 0; lane < combinations.size(); lane++) {
      double base = combinations.size() - 1.0 - lane;
      Combination combination = combinations.get(lane);
      plot.addAnnotation(laneLabel(combination, base));
      for (MixPoint point : combination.points()) {
        double percent = point.summedPercent() / divisor;
        // A grid may skip thousands: whole percents, each marked once, keep the page small.
        boolean skipped = point.state() == State.SKIPPED;
        double at = skipped && Double.isFinite(percent) ? Math.rint(percent) : percent;
        marks.add(point.state(), at, base + height(point.state()));
      }
    }
    if (cores > 0) {
      ValueMarker limit =
          new ValueMarker(OVERLOAD_SHARE, Ink.WARN.color(), plot.getRangeGridlineStroke());
      plot.addDomainMarker(limit);
    }
    marks.addTo(plot);
    int height = combinations.size() * LANE_HEIGHT + AXIS_HEIGHT;
    return Svg.of(
        Plots.chart(plot),
        id,
        "Configurations of each combination by the CPU their functions take alone",
        WIDTH,
        height);
  }

  /** Skipped marks sit a little lower, so that they do not hide measured ones. */
  private static double height(State state) {
    return state == State.SKIPPED ? 0.18 : 0.32;
  }

  private static XYTextAnnotation laneLabel(Combination combination, double base) {
    XYTextAnnotation label =
        new XYTextAnnotation(" " + String.join(" + ", combination.functions()), 0, base + 0.72);
    label.setTextAnchor(TextAnchor.CENTER_LEFT);
    label.setFont(Plots.TICKS);
    label.setPaint(Ink.TEXT.color());
    return label;
  }

  private static List<MixPoint> points(List<Combination> combinations) {
    List<MixPoint> points = new ArrayList<>();
    combinations.forEach(combination -> points.addAll(combination.points()));
    return points;
  }
}
