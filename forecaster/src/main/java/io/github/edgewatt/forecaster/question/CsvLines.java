package io.github.edgewatt.forecaster.question;

import java.io.IOException;
import java.io.Reader;

/** Walks over a text's lines, numbered; blank ones are passed over, endless ones refused. */
final class CsvLines {
  /** Longest line in characters; a table of 30 functions has lines of 20,000. */
  static final int LONGEST = 1 << 20;

  private final Reader in;
  private long number;

  /**
   * @param in buffered
   */
  CsvLines(Reader in) {
    this.in = in;
  }

  /**
   * One line.
   *
   * @param number from 1
   * @param text without line end
   */
  record Line(long number, String text) {}

  /**
   * The next line that is not blank; null at the end.
   *
   * @throws BadQuestionException where a line is longer than {@link #LONGEST}
   */
  Line next() throws IOException {
    for (String text = read(); text != null; text = read()) {
      if (!text.isBlank()) {
        return new Line(number, text);
      }
    }
    return null;
  }

  private String read() throws IOException {
    int c = in.read();
    if (c < 0) {
      return null;
    }
    number++;
    StringBuilder text = new StringBuilder(256);
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (text.length() == LONGEST) {
        throw new BadQuestionException(
            "line " + number + " is longer than " + LONGEST + " characters: is this a CSV file?");
      }
      text.append((char) c);
    }
    if (number == 1 && text.length() > 0 && text.charAt(0) == '\uFEFF') {
      text.deleteCharAt(0);
    }
    int last = text.length() - 1;
    if (last >= 0 && text.charAt(last) == '\r') {
      text.setLength(last);
    }
    return text.toString();
  }
}
