package io.github.edgewatt.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Something drawn into a plot by hand, where JFreeChart's own renderers would write too much. */
public abstract class Overlay extends AbstractXYAnnotation {
  /** Where values lie in the picture, in pixels from its upper left corner. */
  public static final class Pixels {
    private final Rectangle2D area;
    private final ValueAxis x;
    private final ValueAxis y;

    private Pixels(Rectangle2D area, ValueAxis x, ValueAxis y) {
      this.area = area;
      this.x = x;
      this.y = y;
    }

    /** The pixel column of a value, to a tenth of a pixel: more digits only make files larger. */
    public double x(double value) {
      return rounded(x.valueToJava2D(value, area, RectangleEdge.BOTTOM));
    }

    /** The pixel row of a value, to a tenth of a pixel. */
    public double y(double value) {
      return rounded(y.valueToJava2D(value, area, RectangleEdge.LEFT));
    }

    /** The rectangle between the axes. */
    public Rectangle2D area() {
      return area.getBounds2D();
    }

    private static double rounded(double pixel) {
      return Math.rint(10 * pixel) / 10;
    }
  }

  /** Draws; what lies outside of the axes is cut off. */
  protected abstract void paint(Graphics2D graphics, Pixels pixels);

  @Override
  public final void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis x,
      ValueAxis y,
      int rendererIndex,
      PlotRenderingInfo info) {
    paint(graphics, new Pixels(area, x, y));
  }
}
