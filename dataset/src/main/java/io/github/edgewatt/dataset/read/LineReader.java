package io.github.edgewatt.dataset.read;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads lines as they are: numbered, knowing whether each was ended, and never more than a bound of
 * one, whatever the file is.
 */
final class LineReader implements Closeable {
  /** Longest line that is kept, in bytes; a table of 30 functions has lines of 20,000. */
  static final int LONGEST = 1 << 20;

  private final InputStream in;
  private long number;

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /**
   * One line.
   *
   * @param number from 1
   * @param text without line end ({@code \n} or {@code \r\n}); its beginning where too long
   * @param ended whether a line end followed
   * @param tooLong whether it is longer than {@link #LONGEST}
   */
  record Line(long number, String text, boolean ended, boolean tooLong) {}

  /** The next line; null at the end. */
  Line next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    boolean tooLong = false;
    int b = in.read();
    if (b < 0) {
      return null;
    }
    while (b >= 0 && b != '\n') {
      if (bytes.size() < LONGEST) {
        bytes.write(b);
      } else {
        tooLong = true;
      }
      b = in.read();
    }
    number++;
    String text = bytes.toString(StandardCharsets.UTF_8);
    if (number == 1 && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
    return new Line(number, text, b == '\n', tooLong);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
