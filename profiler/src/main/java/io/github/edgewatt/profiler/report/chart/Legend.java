package io.github.edgewatt.profiler.report.chart;

import io.github.edgewatt.profiler.report.figures.State;

/** The marks of {@link Marks} as small pictures beside words. */
public final class Legend {
  private Legend() {}

  /** The mark of a state, 12 pixels square, hidden from screen readers: words stand beside it. */
  public static String mark(State state) {
    String color = "var(" + Ink.of(state).variable() + ")";
    String shape =
        switch (state) {
          case VALID -> "<circle r=\"3.5\" fill=\"" + color + "\"/>";
          case OVERLOADED -> triangle(color, color);
          case OVERLOAD_ONLY -> triangle("none", color);
          case INVALID ->
              "<path d=\"M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5\" stroke-width=\"1.8\" stroke=\""
                  + color
                  + "\"/>";
          case SKIPPED ->
              "<rect x=\"-3\" y=\"-3\" width=\"6\" height=\"6\" stroke-width=\"1.4\" fill=\"none\""
                  + " stroke=\""
                  + color
                  + "\"/>";
        };
    return picture(shape);
  }

  /** A point on a line, for the curves of latency percentiles. */
  public static String line(Ink ink) {
    String color = "var(" + ink.variable() + ")";
    return picture(
        "<path d=\"M-6,0L6,0\" stroke-width=\"1.4\" stroke=\""
            + color
            + "\"/><circle r=\"3\" fill=\""
            + color
            + "\"/>");
  }

  private static String triangle(String fill, String stroke) {
    return "<path d=\"M0,-4L4,3L-4,3Z\" stroke-width=\"1.4\" fill=\""
        + fill
        + "\" stroke=\""
        + stroke
        + "\"/>";
  }

  private static String picture(String shape) {
    return "<svg class=\"mark\" aria-hidden=\"true\" viewBox=\"-6 -6 12 12\">" + shape + "</svg>";
  }
}
