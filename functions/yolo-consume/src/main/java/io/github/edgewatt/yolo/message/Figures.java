package io.github.edgewatt.yolo.message;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers with as many decimals as are worth their bytes. */
final class Figures {
  private Figures() {}

  static BigDecimal millis(double value) {
    return rounded(value, 3);
  }

  static BigDecimal pixels(double value) {
    return rounded(value, 1);
  }

  static BigDecimal score(double value) {
    return rounded(value, 4);
  }

  /** Null, as JSON knows no other way to say it, where the number is none. */
  private static BigDecimal rounded(double value, int decimals) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP)
        : null;
  }
}
