package io.github.edgewatt.profiler.report.chart;

import io.github.edgewatt.profiler.report.figures.State;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.Map;
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

  private final XYSeriesCollection data = new XYSeriesCollection();
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
  private final Map<String, XYSeries> series = new LinkedHashMap<>();

  /** Adds a point in its state's colour; absent figures are left out. */
  void add(State state, double x, double y) {
    add(state, Ink.of(state), x, y);
  }

  /** Adds a point; {@code valid} is the colour of valid points in this chart. */
  void add(State state, Ink valid, double x, double y) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      return;
    }
    Ink ink = state == State.VALID ? valid : Ink.of(state);
    series.computeIfAbsent(state + " " + ink, key -> newSeries(key, state, ink)).add(x, y);
  }

  /** Puts the points over what {@code plot} holds already. */
  void addTo(XYPlot plot) {
    int index = plot.getDatasetCount();
    plot.setDataset(index, data);
    plot.setRenderer(index, renderer);
  }

  private XYSeries newSeries(String key, State state, Ink ink) {
    XYSeries added = new XYSeries(key, false, true);
    int index = data.getSeriesCount();
    data.addSeries(added);
    boolean filled = state == State.VALID || state == State.OVERLOADED;
    renderer.setSeriesShape(index, shape(state));
    renderer.setSeriesShapesFilled(index, filled);
    renderer.setSeriesPaint(index, filled ? translucent(ink) : ink.color());
    renderer.setSeriesOutlinePaint(index, ink.color());
    renderer.setUseOutlinePaint(true);
    renderer.setSeriesOutlineStroke(index, new BasicStroke(filled ? 1f : STROKE));
    renderer.setDrawOutlines(true);
    return added;
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
