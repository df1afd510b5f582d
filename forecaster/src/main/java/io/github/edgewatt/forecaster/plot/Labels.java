package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Overlay;
import io.github.edgewatt.charts.Plots;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Words around points, wherever they hide nothing yet. */
final class Labels extends Overlay {
  private static final double GAP = 5;

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
      graphics.setPaint(label.ink.color());
      graphics.drawString(label.text, (float) place.getX(), (float) (place.getMaxY() - 2));
    }
  }

  /** The first free place, or the first of all where none is free. */
  private static Rectangle2D place(
      Point2D at, double width, double height, Rectangle2D area, List<Rectangle2D> taken) {
    double middle = at.getY() - height / 2;
    double above = at.getY() - GAP - height;
    double below = at.getY() + GAP;
    double right = at.getX() + GAP;
    double left = at.getX() - GAP - width;
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
    List<Rectangle2D> places = new ArrayList<>();
    for (double[] corner : corners) {
      places.add(new Rectangle2D.Double(corner[0], corner[1], width, height));
    }
    for (Rectangle2D place : places) {
      if (area.contains(place) && taken.stream().noneMatch(place::intersects)) {
        return place;
      }
    }
    return places.stream().filter(area::contains).findFirst().orElse(places.get(0));
  }
}
