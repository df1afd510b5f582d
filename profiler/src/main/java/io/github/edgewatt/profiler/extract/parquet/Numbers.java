package io.github.edgewatt.profiler.extract.parquet;

import com.fasterxml.jackson.core.io.NumberInput;
import java.io.IOException;

/**
 * Sample values as Prometheus writes them: {@code 1}, {@code 0.25}, {@code 1e+06}, {@code +Inf}.
 */
final class Numbers {
  /** Any integer of so many digits is exact in a double. */
  private static final int EXACT_DIGITS = 15;

  private Numbers() {}

  /**
   * Reads a value; whole numbers, which most samples are, without making a text of them.
   *
   * @throws IOException for what is no number
   */
  static double parse(char[] text, int offset, int length) throws IOException {
    if (length > 0 && length <= EXACT_DIGITS) {
      long whole = 0;
      int at = offset;
      int end = offset + length;
      while (at < end && text[at] >= '0' && text[at] <= '9') {
        whole = whole * 10 + (text[at++] - '0');
      }
      if (at == end) {
        return whole;
      }
    }
    return odd(new String(text, offset, length));
  }

  private static double odd(String text) throws IOException {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> fraction(text);
    };
  }

  private static double fraction(String text) throws IOException {
    try {
      return NumberInput.parseDouble(text, true);
    } catch (NumberFormatException e) {
      throw new IOException("'" + text + "' is no value of a sample", e);
    }
  }
}
