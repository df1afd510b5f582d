package io.github.edgewatt.profiler.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.nio.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Bytes received and not yet parsed, for HttpCore's parsers; HttpCore keeps its own to itself. Of a
 * fixed size, which bounds a line and thereby what a broken server can make us hold.
 */
final class InputBuffer implements SessionInputBuffer {
  private final ByteBuffer bytes;

  /** Starts empty; between calls always ready to be read. */
  InputBuffer(int capacity) {
    bytes = ByteBuffer.allocateDirect(capacity).flip();
  }

  void clear() {
    bytes.clear().flip();
  }

  @Override
  public boolean hasData() {
    return bytes.hasRemaining();
  }

  @Override
  public int length() {
    return bytes.remaining();
  }

  @Override
  public int fill(ReadableByteChannel channel) throws IOException {
    bytes.compact();
    try {
      return channel.read(bytes);
    } finally {
      bytes.flip();
    }
  }

  @Override
  public int read() {
    return bytes.get() & 0xff;
  }

  @Override
  public int read(ByteBuffer target, int maxLength) {
    int n = Math.min(Math.min(maxLength, target.remaining()), bytes.remaining());
    target.put(bytes.slice(bytes.position(), n));
    bytes.position(bytes.position() + n);
    return n;
  }

  @Override
  public int read(ByteBuffer target) {
    return read(target, target.remaining());
  }

  @Override
  public int read(WritableByteChannel target, int maxLength) throws IOException {
    int n = target.write(bytes.slice(bytes.position(), Math.min(maxLength, bytes.remaining())));
    bytes.position(bytes.position() + n);
    return n;
  }

  @Override
  public int read(WritableByteChannel target) throws IOException {
    return target.write(bytes);
  }

  @Override
  public boolean readLine(CharArrayBuffer line, boolean endOfStream) throws IOException {
    int end = bytes.position();
    while (end < bytes.limit() && bytes.get(end) != '\n') {
      end++;
    }
    boolean complete = end < bytes.limit();
    if (!complete && !endOfStream) {
      if (bytes.remaining() == bytes.capacity()) {
        throw new MessageConstraintException("line longer than " + bytes.capacity() + " bytes");
      }
      return false;
    }
    if (!complete && !bytes.hasRemaining()) {
      return false;
    }
    int length = end - bytes.position();
    if (complete && length > 0 && bytes.get(end - 1) == '\r') {
      length--;
    }
    for (int i = 0; i < length; i++) {
      line.append((char) (bytes.get(bytes.position() + i) & 0xff));
    }
    bytes.position(complete ? end + 1 : end);
    return true;
  }
}
