package io.github.edgewatt.dataset;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people read them: no more digits than the noise allows, a dash for absence. */
public final class Numbers {
  /** What stands for an absent figure. */
  public static final String ABSENT = "–";

  private static final int MOST_DECIMALS = 9;

  private Numbers() {}

  /** {@code digits} significant digits, never an exponent, never rounding before the point. */
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return ABSENT;
    }
    if (value == 0) {
      return "0";
    }
    int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
    return fixed(value, Math.max(0, Math.min(MOST_DECIMALS, digits - 1 - magnitude)));
  }

  /** Mean ± half width, the latter to two significant digits; three digits without an interval. */
  public static String withInterval(MeanInterval interval) {
    if (!Double.isFinite(interval.halfWidth())) {
      return significant(interval.mean(), 3);
    }
    if (interval.halfWidth() == 0) {
      return significant(interval.mean(), 3) + " ± 0";
    }
    int decimals = 1 - (int) Math.floor(Math.log10(interval.halfWidth()));
    decimals = Math.max(0, Math.min(MOST_DECIMALS, decimals));
    return fixed(interval.mean(), decimals) + " ± " + fixed(interval.halfWidth(), decimals);
  }

  /** {@code decimals} digits after the point. */
  public static String fixed(double value, int decimals) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString()
        : ABSENT;
  }

  /** {@code 1 row}, {@code 2 rows}. */
  public static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
