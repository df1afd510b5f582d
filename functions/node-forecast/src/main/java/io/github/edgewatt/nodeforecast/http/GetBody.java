package io.github.edgewatt.nodeforecast.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** The body of a GET: DFaaS agents send one, and Quarkus reads none. */
final class GetBody {
  private static final int MOST_BYTES = 1 << 16;

  private GetBody() {}

  /**
   * Hands the body to {@code read} once it is there, or to {@code tooLarge} without awaiting the
   * rest.
   */
  static void read(HttpServerRequest request, Consumer<Buffer> read, Runnable tooLarge) {
    if (request.isEnded()) {
      read.accept(Buffer.buffer());
      return;
    }
    Buffer body = Buffer.buffer();
    boolean[] over = new boolean[1];
    request.handler(
        chunk -> {
          if (!over[0] && body.length() + chunk.length() > MOST_BYTES) {
            over[0] = true;
            tooLarge.run();
          } else if (!over[0]) {
            body.appendBuffer(chunk);
          }
        });
    request.endHandler(
        ended -> {
          if (!over[0]) {
            read.accept(body);
          }
        });
    // What nobody answers in full leaves nothing behind.
    request.exceptionHandler(gone -> over[0] = true);
    request.resume();
  }
}
