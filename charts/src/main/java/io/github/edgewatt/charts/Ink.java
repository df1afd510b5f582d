package io.github.edgewatt.charts;

import java.awt.Color;
import java.util.Locale;

/**
 * The colours of a page by meaning. Charts are drawn with the light theme's colours, which then
 * become CSS variables, so that the page's dark and print themes reach into the charts.
 */
public enum Ink {
  TEXT(0x1f2430),
  MUTED(0x5b6472),
  GRID(0xe3e6eb),
  AXIS(0xaab1bd),
  VALID(0x1a7f4b),
  WARN(0xb8720a),
  FAIL(0xc0262d),
  SKIP(0x8a93a1),
  MEDIAN(0x2563a8),
  TAIL(0x7d3fa0);

  private final Color color;

  Ink(int rgb) {
    this.color = new Color(rgb);
  }

  /** The colour in the light theme. */
  public Color color() {
    return color;
  }

  /** The same, shining through: {@code alpha} from 0, invisible, to 255. */
  public Color color(int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  /** The CSS variable's name, {@code --valid}. */
  public String variable() {
    return "--" + name().toLowerCase(Locale.ROOT);
  }

  /** The colour as CSS in the light theme. */
  public String css() {
    return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
  }

  /** As JFreeSVG writes it. */
  String rgb() {
    return "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
  }
}
