package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Overlay;
import io.github.edgewatt.charts.Plots;
import io.github.edgewatt.charts.Svg;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;

/** What the charts of this package have in common. */
final class Drawn {
  static final int WIDTH = 380;
  static final int HEIGHT = 320;
  static final int STEPS = 5;
  private static final int NO_DATA_HEIGHT = 90;

  private Drawn() {}

  static Figure figure(String name, String caption, String description, JFreeChart chart) {
    return figure(name, caption, description, chart, HEIGHT);
  }

  static Figure figure(
      String name, String caption, String description, JFreeChart chart, int height) {
    return new Figure(name, caption, Svg.of(chart, name, description, WIDTH, height));
  }

  /** A chart that says that there is nothing to draw. */
  static Figure noData(String name, String description) {
    NumberAxis x = Plots.linear(null, 1, 1);
    NumberAxis y = Plots.linear(null, 1, 1);
    x.setVisible(false);
    y.setVisible(false);
    XYPlot plot = Plots.plot(x, y);
    plot.setFixedRangeAxisSpace(null);
    plot.setRangeGridlinesVisible(false);
    plot.addAnnotation(new Sign("no data"));
    String text = description + ": no data";
    return figure(name, text, text, Plots.chart(plot), NO_DATA_HEIGHT);
  }

  /** A dashed line, for what would be perfect. */
  static void addReference(XYPlot plot, double x0, double y0, double x1, double y1) {
    XYSeries line = new XYSeries("reference", false);
    line.add(x0, y0);
    line.add(x1, y1);
    Plots.addLine(plot, line, Ink.TEXT, 1.2f, 4f, 3f);
  }

  private static final class Sign extends Overlay {
    private final String text;

    Sign(String text) {
      this.text = text;
    }

    @Override
    protected void paint(Graphics2D graphics, Pixels pixels) {
      graphics.setFont(Plots.TICKS);
      graphics.setPaint(Ink.MUTED.color());
      Rectangle2D area = pixels.area();
      double width = graphics.getFontMetrics().stringWidth(text);
      graphics.drawString(text, (float) (area.getCenterX() - width / 2), (float) area.getCenterY());
    }
  }
}
