package io.github.edgewatt.forecaster.question;

import io.github.edgewatt.dataset.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Figures as words: the same everywhere, whatever the machine's language. */
final class Figures {
  static final String ABSENT = Numbers.ABSENT;
  private static final double HUGE = 1e9;
  private static final int MOST_DECIMALS = 4;

  private Figures() {}

  /** As short as it reads: {@code 50}, {@code 2.5}, {@code 1.0E12}. */
  static String plain(double value) {
    if (!Double.isFinite(value)) {
      return ABSENT;
    }
    return value >= HUGE
        ? Double.toString(value)
        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** With {@code decimals} decimals; a dash where there is no figure. */
  static String fixed(double value, int decimals) {
    return Double.isFinite(value) && Math.abs(value) >= HUGE
        ? String.format(Locale.ROOT, "%.3e", value)
        : Numbers.fixed(value, decimals);
  }

  /** Three significant digits at most. */
  static String three(double value) {
    if (!Double.isFinite(value)) {
      return ABSENT;
    }
    return Math.abs(value) >= HUGE
        ? fixed(value, 0)
        : BigDecimal.valueOf(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  /**
   * Decimals that show the first two digits of an interval's width: finer ones are noise. Without a
   * width, those that show three digits of the figure.
   */
  static int decimals(double value, double width) {
    double scale = width > 0 && Double.isFinite(width) ? width : Math.abs(value) / 10;
    if (!(scale > 0) || !Double.isFinite(scale)) {
      return 0;
    }
    return Math.max(0, Math.min(MOST_DECIMALS, 1 - (int) Math.floor(Math.log10(scale))));
  }

  /** A probability in percent: {@code 2.1 %}, never a false 0 or 100. */
  static String percent(double probability) {
    if (Double.isNaN(probability)) {
      return ABSENT;
    }
    double percent = probability * 100;
    if (percent > 0 && percent < 0.1) {
      return "< 0.1 %";
    }
    if (percent < 100 && percent > 99.9) {
      return "> 99.9 %";
    }
    return fixed(percent, 1) + " %";
  }

  /** A chosen risk in percent, as it was chosen: {@code 5 %}. */
  static String risk(double risk) {
    return BigDecimal.valueOf(risk).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }
}
