package io.github.edgewatt.dataset.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file that only grows by whole lines: a write that fails half-way is cut again. */
final class AppendFile implements Closeable {
  private final FileChannel channel;

  /**
   * @param channel open for writing; lines go to its end
   */
  AppendFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Appends all of {@code bytes} or nothing.
   *
   * @param sync whether to return only when the bytes are on the disk
   */
  void append(byte[] bytes, boolean sync) throws IOException {
    long before = channel.size();
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      long position = before;
      while (buffer.hasRemaining()) {
        position += channel.write(buffer, position);
      }
      if (sync) {
        channel.force(false);
      }
    } catch (IOException e) {
      try {
        channel.truncate(before);
      } catch (IOException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
