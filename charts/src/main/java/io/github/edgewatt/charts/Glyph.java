package io.github.edgewatt.charts;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The shapes of marks; a shape tells as much as its colour, for whoever does not see colours. */
public enum Glyph {
  CIRCLE(true),
  TRIANGLE(true),
  SQUARE(true),
  DIAMOND(true),
  HOLLOW_TRIANGLE(false),
  CROSS(false),
  HOLLOW_SQUARE(false);

  private final boolean filled;

  Glyph(boolean filled) {
    this.filled = filled;
  }

  boolean isFilled() {
    return filled;
  }

  /** Around the point it marks, in pixels. */
  Shape shape() {
    return switch (this) {
      case CIRCLE -> new Ellipse2D.Double(-2.8, -2.8, 5.6, 5.6);
      case TRIANGLE, HOLLOW_TRIANGLE -> polygon(0, -3.6, 3.4, 2.6, -3.4, 2.6);
      case CROSS -> cross();
      case DIAMOND -> polygon(0, -3.8, 3.4, 0, 0, 3.8, -3.4, 0);
      case SQUARE, HOLLOW_SQUARE -> new Rectangle2D.Double(-2.3, -2.3, 4.6, 4.6);
    };
  }

  /** The same as SVG for a legend, about 7 pixels wide around 0. */
  String svg(String color) {
    return switch (this) {
      case CIRCLE -> "<circle r=\"3.5\" fill=\"" + color + "\"/>";
      case TRIANGLE -> path("M0,-4L4,3L-4,3Z", color, color);
      case HOLLOW_TRIANGLE -> path("M0,-4L4,3L-4,3Z", "none", color);
      case SQUARE -> path("M-3,-3L3,-3L3,3L-3,3Z", color, color);
      case DIAMOND -> path("M0,-4.2L3.8,0L0,4.2L-3.8,0Z", color, color);
      case CROSS ->
          "<path d=\"M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5\" stroke-width=\"1.8\" stroke=\""
              + color
              + "\"/>";
      case HOLLOW_SQUARE ->
          "<rect x=\"-3\" y=\"-3\" width=\"6\" height=\"6\" stroke-width=\"1.4\" fill=\"none\""
              + " stroke=\""
              + color
              + "\"/>";
    };
  }

  private static String path(String d, String fill, String stroke) {
    return "<path d=\""
        + d
        + "\" stroke-width=\"1.4\" fill=\""
        + fill
        + "\" stroke=\""
        + stroke
        + "\"/>";
  }

  private static Shape polygon(double... coordinates) {
    Path2D path = new Path2D.Double();
    path.moveTo(coordinates[0], coordinates[1]);
    for (int i = 2; i < coordinates.length; i += 2) {
      path.lineTo(coordinates[i], coordinates[i + 1]);
    }
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
