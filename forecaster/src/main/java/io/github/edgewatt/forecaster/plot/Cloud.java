package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Overlay;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Points as dots or, where there are many, as cells whose colour is the stronger the more points
 * they hold. One path holds all dots, and one all cells of a shade: a renderer's element for each
 * point would make ten thousand points a file of megabytes.
 */
final class Cloud extends Overlay {
  /** Above it dots hide each other and a file grows large. */
  static final int MOST_DOTS = 2000;

  private static final double CELL_PIXELS = 7;
  private static final int SHADES = 6;
  private static final int LIGHTEST = 45;
  private static final int DARKEST = 235;
  private static final int DOT = 130;

  private final Points points;
  private final Ink ink;

  Cloud(Points points, Ink ink) {
    this.points = points;
    this.ink = ink;
  }

  /** How this cloud is to be read, for a caption. */
  static String reading(int points) {
    return points > MOST_DOTS ? "; the stronger the colour, the more lie there" : "";
  }

  @Override
  protected void paint(Graphics2D graphics, Pixels pixels) {
    if (points.size() > MOST_DOTS) {
      paintCells(graphics, pixels);
    } else if (!points.isEmpty()) {
      paintDots(graphics, pixels);
    }
  }

  /** A line without length and with round ends is a dot. */
  private void paintDots(Graphics2D graphics, Pixels pixels) {
    Path2D dots = new Path2D.Double();
    for (int i = 0; i < points.size(); i++) {
      double x = pixels.x(points.x()[i]);
      double y = pixels.y(points.y()[i]);
      if (pixels.area().contains(x, y)) {
        dots.moveTo(x, y);
        dots.lineTo(x, y);
      }
    }
    graphics.setPaint(ink.color(DOT));
    graphics.setStroke(new BasicStroke(3.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(dots);
  }

  private void paintCells(Graphics2D graphics, Pixels pixels) {
    Rectangle2D area = pixels.area();
    int[][] counts = counts(pixels, area);
    int most = 1;
    for (int[] row : counts) {
      for (int count : row) {
        most = Math.max(most, count);
      }
    }
    for (int shade = 1; shade <= SHADES; shade++) {
      Path2D cells = new Path2D.Double();
      for (int row = 0; row < counts.length; row++) {
        addRuns(cells, area, counts[row], row, shade, most);
      }
      if (cells.getCurrentPoint() != null) {
        graphics.setPaint(ink.color(LIGHTEST + (DARKEST - LIGHTEST) * (shade - 1) / (SHADES - 1)));
        graphics.fill(cells);
      }
    }
  }

  private int[][] counts(Pixels pixels, Rectangle2D area) {
    int columns = (int) Math.ceil(area.getWidth() / CELL_PIXELS);
    int[][] counts = new int[(int) Math.ceil(area.getHeight() / CELL_PIXELS)][columns];
    for (int i = 0; i < points.size(); i++) {
      double x = pixels.x(points.x()[i]);
      double y = pixels.y(points.y()[i]);
      if (area.contains(x, y)) {
        int row = (int) ((y - area.getY()) / CELL_PIXELS);
        counts[row][(int) ((x - area.getX()) / CELL_PIXELS)]++;
      }
    }
    return counts;
  }

  /** Adds the row's neighbouring cells of this shade as one rectangle each. */
  private static void addRuns(
      Path2D path, Rectangle2D area, int[] counts, int row, int shade, int most) {
    for (int from = 0; from < counts.length; from++) {
      if (shade(counts[from], most) == shade) {
        int to = from + 1;
        while (to < counts.length && shade(counts[to], most) == shade) {
          to++;
        }
        double left = area.getX() + from * CELL_PIXELS;
        double right = Math.min(area.getX() + to * CELL_PIXELS, area.getMaxX());
        double top = area.getY() + row * CELL_PIXELS;
        double bottom = Math.min(top + CELL_PIXELS, area.getMaxY());
        path.moveTo(left, top);
        path.lineTo(right, top);
        path.lineTo(right, bottom);
        path.lineTo(left, bottom);
        path.closePath();
        from = to - 1;
      }
    }
  }

  /** Equal steps of the logarithm: single points beside the many must stay visible. 0 for none. */
  static int shade(int count, int most) {
    if (count == 0) {
      return 0;
    }
    return most == 1
        ? SHADES
        : 1 + (int) Math.round((SHADES - 1) * Math.log(count) / Math.log(most));
  }
}
