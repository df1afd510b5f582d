package io.github.edgewatt.charts;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Writes large numbers short enough for an axis: 2500000 as 2.5M. */
final class Suffixed extends NumberFormat {
  private static final long serialVersionUID = 1L;
  private static final double SMALLEST_WRITTEN_OUT = 0.01;
  private static final double LARGEST_WRITTEN_OUT = 1e5;
  private static final String SUFFIXES = "kMGTPE";

  private final double divisor;
  private final String suffix;

  private Suffixed(double divisor, String suffix) {
    this.divisor = divisor;
    this.suffix = suffix;
  }

  /** The format for an axis whose largest value, without its sign, is {@code largest}. */
  static NumberFormat of(double largest) {
    if (largest < SMALLEST_WRITTEN_OUT || largest >= 1e21) {
      return new DecimalFormat("0.##E0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
    if (largest < LARGEST_WRITTEN_OUT) {
      return Plots.numbers();
    }
    int thousands = (int) Math.floor(Math.log10(largest) / 3 + 1e-9);
    return new Suffixed(
        Math.pow(1000, thousands), String.valueOf(SUFFIXES.charAt(Math.min(thousands, 6) - 1)));
  }

  @Override
  public StringBuffer format(double value, StringBuffer to, FieldPosition position) {
    to.append(Plots.numbers().format(value / divisor));
    return value == 0 ? to : to.append(suffix);
  }

  @Override
  public StringBuffer format(long value, StringBuffer to, FieldPosition position) {
    return format((double) value, to, position);
  }

  @Override
  public Number parse(String source, ParsePosition position) {
    throw new UnsupportedOperationException("labels are only written");
  }
}
