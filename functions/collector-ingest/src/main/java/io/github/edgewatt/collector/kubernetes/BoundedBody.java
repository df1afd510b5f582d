package io.github.edgewatt.collector.kubernetes;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Takes an answer's body, and no more than there can be to it. */
final class BoundedBody implements AsyncBody.Consumer<List<ByteBuffer>> {
  /** A node has at most 256 KiB of annotations, and a few more pieces of metadata. */
  static final int MOST_BYTES = 2 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  public synchronized void consume(List<ByteBuffer> parts, AsyncBody body) {
    for (ByteBuffer part : parts) {
      if (bytes.size() + part.remaining() > MOST_BYTES) {
        throw new IllegalStateException("the answer is larger than " + MOST_BYTES + " bytes");
      }
      byte[] copy = new byte[part.remaining()];
      part.get(copy);
      bytes.writeBytes(copy);
    }
    body.consume();
  }

  synchronized byte[] bytes() {
    return bytes.toByteArray();
  }
}
