package io.github.edgewatt.dataset.read;

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
  private final byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private long number;

  LineReader(InputStream in) {
    this.in = in;
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
    if (start == end && !fill()) {
      return null;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    boolean tooLong = false;
    boolean ended = false;
    do {
      int at = start;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      int kept = Math.min(at - start, LONGEST - bytes.size());
      bytes.write(buffer, start, kept);
      tooLong |= kept < at - start;
      ended = at < end;
      start = ended ? at + 1 : end;
    } while (!ended && fill());
    number++;
    String text = bytes.toString(StandardCharsets.UTF_8);
    if (number == 1 && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
    return new Line(number, text, ended, tooLong);
  }

  private boolean fill() throws IOException {
    start = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
