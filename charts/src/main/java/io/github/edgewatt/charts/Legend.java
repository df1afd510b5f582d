package io.github.edgewatt.charts;

/** The marks of charts as small pictures beside words. */
public final class Legend {
  private Legend() {}

  /** The mark, 12 pixels square, hidden from screen readers: words stand beside it. */
  public static String mark(Mark mark) {
    return picture(mark.glyph().svg(color(mark.ink())));
  }

  /** A point on a line, for curves. */
  public static String line(Ink ink) {
    String color = color(ink);
    return picture(
        "<path d=\"M-6,0L6,0\" stroke-width=\"1.4\" stroke=\""
            + color
            + "\"/><circle r=\"3\" fill=\""
            + color
            + "\"/>");
  }

  private static String color(Ink ink) {
    return "var(" + ink.variable() + ")";
  }

  private static String picture(String shape) {
    return "<svg class=\"mark\" aria-hidden=\"true\" viewBox=\"-6 -6 12 12\">" + shape + "</svg>";
  }
}
