package io.github.edgewatt.charts;

import java.awt.BasicStroke;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Collects points, then puts them into a plot, back to front. */
public final class Marks {
  private static final float STROKE = 1.4f;

  /** Repeats lie over each other: let them shine through. */
  private static final int TRANSLUCENT = 140;

  private final Map<Mark, XYSeries> series = new TreeMap<>(Mark.BACK_TO_FRONT);

  /** Adds a point; absent figures (NaN, infinite) are left out. */
  public void add(Mark mark, double x, double y) {
    if (Double.isFinite(x) && Double.isFinite(y)) {
      series.computeIfAbsent(mark, key -> new XYSeries(key.toString(), false, true)).add(x, y);
    }
  }

  /** Puts the points over what {@code plot} holds already. */
  public void addTo(XYPlot plot) {
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setUseOutlinePaint(true);
    renderer.setDrawOutlines(true);
    series.forEach(
        (mark, points) -> {
          style(renderer, data.getSeriesCount(), mark);
          data.addSeries(points);
        });
    // JFreeChart draws the last series first unless told otherwise.
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    int index = plot.getDatasetCount();
    plot.setDataset(index, data);
    plot.setRenderer(index, renderer);
  }

  private static void style(XYLineAndShapeRenderer renderer, int index, Mark mark) {
    boolean filled = mark.glyph().isFilled();
    Ink ink = mark.ink();
    renderer.setSeriesShape(index, mark.glyph().shape());
    renderer.setSeriesShapesFilled(index, filled);
    renderer.setSeriesPaint(index, filled ? ink.color(TRANSLUCENT) : ink.color());
    renderer.setSeriesOutlinePaint(index, ink.color());
    renderer.setSeriesOutlineStroke(index, new BasicStroke(filled ? 1f : STROKE));
  }
}
