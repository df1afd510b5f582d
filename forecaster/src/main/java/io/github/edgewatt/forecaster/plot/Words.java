package io.github.edgewatt.forecaster.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers and names as charts write them, whatever the locale. */
final class Words {
  private Words() {}

  /** {@code 1 configuration}, {@code 12,345 configurations}. */
  static String count(long count, String noun) {
    return number(count) + " " + noun + (count == 1 ? "" : "s");
  }

  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Of a whole, 1: {@code 93.1 %}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
  }

  /** Three significant digits. */
  static String rounded(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(3));
    boolean readable = value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e7);
    return readable ? rounded.stripTrailingZeros().toPlainString() : rounded.toString();
  }

  static String withUnit(String text, String unit) {
    return unit.isEmpty() ? text : text + ", " + unit;
  }

  /** At most {@code most} characters. */
  static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
