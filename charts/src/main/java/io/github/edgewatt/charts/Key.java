package io.github.edgewatt.charts;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** A legend inside a chart, for charts that are also files of their own. */
public final class Key {
  private static final BasicStroke LINE = new BasicStroke(1.6f);
  private static final Shape DASH = new Line2D.Double(-7, 0, 7, 0);
  private static final Shape PATCH = new Rectangle2D.Double(-6, -4, 12, 8);

  private final LegendItemCollection items = new LegendItemCollection();

  /** A mark and what it means. */
  public Key mark(Mark mark, String text) {
    boolean filled = mark.glyph().isFilled();
    return add(text, mark.glyph().shape(), filled, mark.ink(), false, LINE);
  }

  /** A line and what it means; without {@code dash} it is drawn through. */
  public Key line(Ink ink, String text, float... dash) {
    BasicStroke stroke =
        dash.length == 0
            ? LINE
            : new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dash, 0f);
    return add(text, null, false, ink, true, stroke);
  }

  /** A filled area and what it means. */
  public Key area(Ink ink, String text) {
    return add(text, PATCH, true, ink, false, LINE);
  }

  private Key add(
      String text, Shape shape, boolean filled, Ink ink, boolean line, BasicStroke stroke) {
    items.add(
        new LegendItem(
            text,
            null,
            null,
            null,
            shape != null,
            shape == null ? PATCH : shape,
            filled,
            ink.color(),
            shape != null && !filled,
            ink.color(),
            LINE,
            line,
            DASH,
            stroke,
            ink.color()));
    return this;
  }

  LegendTitle title() {
    LegendTitle title = new LegendTitle(() -> items);
    title.setPosition(RectangleEdge.TOP);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setFrame(BlockBorder.NONE);
    title.setItemFont(Plots.TICKS);
    title.setItemPaint(Ink.MUTED.color());
    title.setItemLabelPadding(new RectangleInsets(1, 2, 1, 8));
    return title;
  }
}
