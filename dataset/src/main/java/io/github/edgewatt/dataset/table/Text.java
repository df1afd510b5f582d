package io.github.edgewatt.dataset.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/** Figures and words as they stand in a cell. */
final class Text {
  static final String ABSENT = "nan";

  /** No phrase at all. Not an empty cell: pandas would read that as a missing figure. */
  static final String NO_PHRASE = "-";

  private static final CSVFormat COMMA =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").setQuoteMode(QuoteMode.MINIMAL).get();
  private static final CSVFormat SEMICOLON = COMMA.builder().setDelimiter(';').get();

  private Text() {}

  /** Three decimals, as upstream writes usage and success; rounded from the exact binary value. */
  static String decimal3(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN).toPlainString()
        : ABSENT;
  }

  /** A whole number, as upstream writes latencies. */
  static String whole(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN).toPlainString()
        : ABSENT;
  }

  /** The shortest plain decimal that reads back as the same value. */
  static String exact(double value) {
    if (!Double.isFinite(value)) {
      return ABSENT;
    }
    return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** A count; negative stands for "not recorded". */
  static String count(long value) {
    return value < 0 ? ABSENT : Long.toString(value);
  }

  static String flag(boolean value) {
    return value ? "1" : "0";
  }

  /** Words on one line: a row is a line, so a cell never holds a line end. */
  static String words(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line.append(Character.isISOControl(c) ? ' ' : c);
    }
    return line.toString().strip();
  }

  /**
   * Phrases joined by {@code "; "}; a semicolon inside a phrase becomes a comma, none at all a
   * dash.
   */
  static String phrases(List<String> phrases) {
    List<String> clean = new ArrayList<>();
    for (String phrase : phrases) {
      String words = words(phrase.replace(';', ','));
      if (!words.isEmpty()) {
        clean.add(words);
      }
    }
    return clean.isEmpty() ? NO_PHRASE : String.join("; ", clean);
  }

  static String commaLine(List<String> cells) {
    return COMMA.format(cells.toArray());
  }

  static String semicolonLine(List<String> cells) {
    return SEMICOLON.format(cells.toArray());
  }
}
