package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Overlay;
import io.github.edgewatt.charts.Plots;
import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Words around points, wherever they hide nothing yet. */
final class Labels extends Overlay {
  private static final double GAP = 5;

  /** Near the point, then farther away: points may lie on one spot. */
  private static final double[] GAPS = {GAP, 12, 22, 34, 48, 64};

  private static final double LED = 2 * GAP;
  private static final BasicStroke LINE = new BasicStroke(0.8f);

  private final List<Label> labels = new ArrayList<>();

  private record Label(double x, double y, String text, Ink ink) {}

  void add(double x, double y, String text, Ink ink) {
    labels.add(new Label(x, y, text, ink));
  }

  @Override
  protected void paint(Graphics2D graphics, Pixels pixels) {
    graphics.setFont(Plots.TICKS);
    FontMetrics metrics = graphics.getFontMetrics();
    List<Rectangle2D> taken = new ArrayList<>();
    for (Label label : labels) {
      double x = pixels.x(label.x);
      double y = pixels.y(label.y);
      taken.add(new Rectangle2D.Double(x - GAP / 2, y - GAP / 2, GAP, GAP));
    }
    for (Label label : labels) {
      Point2D at = new Point2D.Double(pixels.x(label.x), pixels.y(label.y));
      Rectangle2D place =
          place(at, metrics.stringWidth(label.text), metrics.getAscent(), pixels.area(), taken);
      taken.add(place);
      lead(graphics, at, place);
      graphics.setPaint(label.ink.color());
      graphics.drawString(label.text, (float) place.getX(), (float) (place.getMaxY() - 2));
    }
  }

  /** A thin line to a word that stands away from its point. */
  private static void lead(Graphics2D graphics, Point2D at, Rectangle2D place) {
    double x = Math.max(place.getMinX(), Math.min(place.getMaxX(), at.getX()));
    double y = Math.max(place.getMinY(), Math.min(place.getMaxY(), at.getY()));
    if (at.distance(x, y) > LED) {
      graphics.setPaint(Ink.MUTED.color());
      graphics.setStroke(LINE);
      graphics.draw(new Line2D.Double(at.getX(), at.getY(), x, y));
    }
  }

  /** The first free place, the nearest first, or the first of all where none is free. */
  private static Rectangle2D place(
      Point2D at, double width, double height, Rectangle2D area, List<Rectangle2D> taken) {
    List<Rectangle2D> places = around(at, width, height);
    for (Rectangle2D place : places) {
      if (area.contains(place) && taken.stream().noneMatch(place::intersects)) {
        return place;
      }
    }
    return places.stream().filter(area::contains).findFirst().orElse(places.get(0));
  }

  private static List<Rectangle2D> around(Point2D at, double width, double height) {
    List<Rectangle2D> places = new ArrayList<>();
    for (double gap : GAPS) {
      double middle = at.getY() - height / 2;
      double above = at.getY() - gap - height;
      double below = at.getY() + gap;
      double right = at.getX() + gap;
      double left = at.getX() - gap - width;
      double centre = at.getX() - width / 2;
      double[][] corners = {
        {centre, above},
        {right, middle},
        {centre, below},
        {left, middle},
        {right, above},
        {right, below},
        {left, above},
        {left, below}
      };
      for (double[] corner : corners) {
        places.add(new Rectangle2D.Double(corner[0], corner[1], width, height));
      }
    }
    return places;
  }
}
