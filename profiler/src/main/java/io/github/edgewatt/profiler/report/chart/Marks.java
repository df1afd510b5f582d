package io.github.edgewatt.profiler.report.chart;

import io.github.edgewatt.profiler.report.figures.State;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Points whose shape and colour tell their state: circle valid, filled triangle overloaded, hollow
 * triangle overload-only, cross invalid, hollow square skipped.
 */
final class Marks {
  private static final float STROKE = 1.4f;

  /** What failed must not hide behind what went well. */
  private static final List<State> BACK_TO_FRONT =
      List.of(State.SKIPPED, State.VALID, State.OVERLOADED, State.OVERLOAD_ONLY, State.INVALID);

  private final Map<Kind, XYSeries> series =
      new TreeMap<>(
          Comparator.comparing((Kind kind) -> BACK_TO_FRONT.indexOf(kind.state))
              .thenComparing(Kind::ink));
  private final Set<List<Double>> skipped = new HashSet<>();

  private record Kind(State state, Ink ink) {}

  /** Adds a point in its state's colour; absent figures are left out. */
  void add(State state, double x, double y) {
    add(state, Ink.of(state), x, y);
  }

  /** Adds a point; {@code valid} is the colour of valid points in this chart. */
  void add(State state, Ink valid, double x, double y) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      return;
    }
    if (state == State.SKIPPED && !skipped.add(List.of(x, y))) {
      return;
    }
    Kind kind = new Kind(state, state == State.VALID ? valid : Ink.of(state));
    series.computeIfAbsent(kind, key -> new XYSeries(key.toString(), false, true)).add(x, y);
  }

  /** Puts the points over what {@code plot} holds already. */
  void addTo(XYPlot plot) {
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setUseOutlinePaint(true);
    renderer.setDrawOutlines(true);
    series.forEach(
        (kind, points) -> {
          style(renderer, data.getSeriesCount(), kind);
          data.addSeries(points);
        });
    // JFreeChart draws the last series first unless told otherwise.
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    int index = plot.getDatasetCount();
    plot.setDataset(index, data);
    plot.setRenderer(index, renderer);
  }

  private static void style(XYLineAndShapeRenderer renderer, int index, Kind kind) {
    boolean filled = kind.state == State.VALID || kind.state == State.OVERLOADED;
    renderer.setSeriesShape(index, shape(kind.state));
    renderer.setSeriesShapesFilled(index, filled);
    renderer.setSeriesPaint(index, filled ? translucent(kind.ink) : kind.ink.color());
    renderer.setSeriesOutlinePaint(index, kind.ink.color());
    renderer.setSeriesOutlineStroke(index, new BasicStroke(filled ? 1f : STROKE));
  }

  /** Repeats lie over each other: let them shine through. */
  private static Color translucent(Ink ink) {
    Color color = ink.color();
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), 140);
  }

  static Shape shape(State state) {
    return switch (state) {
      case VALID -> new Ellipse2D.Double(-2.8, -2.8, 5.6, 5.6);
      case OVERLOADED, OVERLOAD_ONLY -> triangle();
      case INVALID -> cross();
      case SKIPPED -> new Rectangle2D.Double(-2.3, -2.3, 4.6, 4.6);
    };
  }

  private static Shape triangle() {
    Path2D path = new Path2D.Double();
    path.moveTo(0, -3.6);
    path.lineTo(3.4, 2.6);
    path.lineTo(-3.4, 2.6);
    path.closePath();
    return path;
  }

  private static Shape cross() {
    Path2D path = new Path2D.Double();
    path.moveTo(-3, -3);
    path.lineTo(3, 3);
    path.moveTo(-3, 3);
    path.lineTo(3, -3);
    return path;
  }
}
