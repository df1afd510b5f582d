package io.github.edgewatt.charts;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Writes a base-10 logarithm as the number it stands for. */
final class PowersOfTen extends NumberFormat {
  private static final long serialVersionUID = 1L;

  @Override
  public StringBuffer format(double logarithm, StringBuffer to, FieldPosition position) {
    return to.append(Plots.numbers().format(Math.pow(10, logarithm)));
  }

  @Override
  public StringBuffer format(long logarithm, StringBuffer to, FieldPosition position) {
    return format((double) logarithm, to, position);
  }

  @Override
  public Number parse(String source, ParsePosition position) {
    throw new UnsupportedOperationException("labels are only written");
  }
}
