package io.github.edgewatt.profiler.measure.prometheus;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An answer in a file, with its ends at hand: Prometheus writes status and result type first and
 * warnings last, so that two glances tell whether an answer of a gigabyte is whole and untroubled.
 *
 * @param file where it is
 * @param bytes its size
 * @param start its first bytes
 * @param end its last bytes
 */
record SavedAnswer(Path file, long bytes, String start, String end) {
  private static final int BUFFER = 1 << 16;
  private static final int END = 16;
  private static final String START =
      "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[";

  /** Errors of reading are the network's, those of writing ours ({@link UncheckedIOException}). */
  static SavedAnswer write(InputStream in, Path target) throws IOException {
    byte[] buffer = new byte[BUFFER];
    byte[] first = new byte[0];
    byte[] last = new byte[0];
    long bytes = 0;
    try (OutputStream out = create(target)) {
      for (int size = in.readNBytes(buffer, 0, BUFFER);
          size > 0;
          size = in.readNBytes(buffer, 0, BUFFER)) {
        put(out, buffer, size, target);
        if (bytes == 0) {
          first = Arrays.copyOf(buffer, Math.min(size, START.length()));
        }
        bytes += size;
        last = tail(last, buffer, size);
      }
    }
    return new SavedAnswer(target, bytes, text(first), text(last));
  }

  /** The last bytes may stand in two buffers. */
  private static byte[] tail(byte[] before, byte[] buffer, int size) {
    if (size >= END) {
      return Arrays.copyOfRange(buffer, size - END, size);
    }
    byte[] both = Arrays.copyOf(before, before.length + size);
    System.arraycopy(buffer, 0, both, before.length, size);
    return Arrays.copyOfRange(both, Math.max(0, both.length - END), both.length);
  }

  private static String text(byte[] some) {
    return new String(some, StandardCharsets.ISO_8859_1);
  }

  private static OutputStream create(Path target) {
    try {
      return new FileOutputStream(target.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(target + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static void put(OutputStream out, byte[] buffer, int size, Path target) {
    try {
      out.write(buffer, 0, size);
    } catch (IOException e) {
      throw new UncheckedIOException(target + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** A matrix that ends where it should, without warnings; anything else has to be read. */
  boolean looksWhole() {
    return start.equals(START) && end.stripTrailing().endsWith("]}}");
  }

  /** Reads it all for its status and warnings. */
  Envelope<Boolean> parse() throws IOException {
    try (InputStream in = new FileInputStream(file.toFile())) {
      return Envelope.read(
          in,
          json -> {
            json.skipChildren();
            return true;
          });
    }
  }
}
