package io.github.edgewatt.charts;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/** Writes a chart as an SVG element for a page: scalable, described, themed, ids its own. */
public final class Svg {
  /** What is the default anyway, or what the page's style says. It makes up half of a chart. */
  private static final List<String> SUPERFLUOUS =
      List.of(
          "stroke-opacity:1.0;",
          "stroke-miterlimit:10;",
          " fill-opacity: 1.0;",
          " font-family: inherit;");

  private static final Pattern VIEW_BOX = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");

  private Svg() {}

  /**
   * The element. {@code id} must be unique in the page; {@code width} and {@code height} are in CSS
   * pixels at the chart's natural size.
   */
  public static String of(JFreeChart chart, String id, String description, int width, int height) {
    SVGGraphics2D graphics = new SVGGraphics2D(width, height);
    // By default the prefix holds the time, which would make every page differ.
    graphics.setDefsKeyPrefix(id + "-");
    graphics.setGeomDoubleConverter(Svg::coordinate);
    graphics.setTransformDoubleConverter(Svg::coordinate);
    graphics.setFontFunction(family -> "inherit");
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    String element =
        graphics.getSVGElement(id, false, new ViewBox(0, 0, width, height), null, null);
    String content = element.substring(element.indexOf('>') + 1);
    for (String superfluous : SUPERFLUOUS) {
      content = content.replace(superfluous, "");
    }
    content = content.replace(" clip-path='url(#" + id + "-clip-0)'", "");
    for (Ink ink : Ink.values()) {
      content = content.replace(ink.rgb(), "var(" + ink.variable() + ")");
    }
    return open(id, description, "0 0 " + width + " " + height) + content;
  }

  /**
   * The element as a file of its own: in the light theme's colours on white, with the house's font,
   * at its natural size.
   */
  public static String standalone(String element) {
    Matcher size = VIEW_BOX.matcher(element);
    if (!size.find()) {
      throw new IllegalArgumentException("no viewBox in the element");
    }
    int inside = element.indexOf('>') + 1;
    String text =
        element.substring(0, inside - 1)
            + String.format(
                Locale.ROOT,
                " width=\"%1$s\" height=\"%2$s\" font-family=\"sans-serif\">"
                    + "<rect width=\"%1$s\" height=\"%2$s\" fill=\"#ffffff\"/>",
                size.group(1),
                size.group(2))
            + element.substring(inside);
    for (Ink ink : Ink.values()) {
      text = text.replace("var(" + ink.variable() + ")", ink.css());
    }
    return text + "\n";
  }

  /** The opening tag of a described, scalable SVG. */
  private static String open(String id, String description, String viewBox) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\""
        + id
        + "\" role=\"img\" aria-label=\""
        + Xml.escape(description)
        + "\" viewBox=\""
        + viewBox
        + "\">";
  }

  /** At most two decimals: a hundredth of a pixel. */
  public static String coordinate(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    text = text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    return text.isEmpty() || text.equals("-0") ? "0" : text;
  }
}
