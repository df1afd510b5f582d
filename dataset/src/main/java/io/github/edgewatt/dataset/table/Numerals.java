package io.github.edgewatt.dataset.table;

/**
 * What counts as a number in a cell. By hand, because patterns take longer over a table's millions
 * of cells than all the rest of its reading.
 */
final class Numerals {
  /** More digits would not fit into a long. */
  private static final int MOST_DIGITS = 18;

  private Numerals() {}

  /** Whether {@code text} is {@code [+-]?\\d+(\\.\\d*)?([eE][+-]?\\d+)?}, ASCII digits alone. */
  static boolean isDecimal(String text) {
    int whole = afterSign(text, 0);
    int at = afterDigits(text, whole);
    if (at == whole) {
      return false;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at = afterDigits(text, at + 1);
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int exponent = afterSign(text, at + 1);
      at = afterDigits(text, exponent);
      return at > exponent && at == text.length();
    }
    return at == text.length();
  }

  /** Whether {@code text} is 1 to 18 ASCII digits. */
  static boolean isWhole(String text) {
    return !text.isEmpty() && text.length() <= MOST_DIGITS && afterDigits(text, 0) == text.length();
  }

  private static int afterSign(String text, int at) {
    boolean signed = at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
    return signed ? at + 1 : at;
  }

  private static int afterDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
