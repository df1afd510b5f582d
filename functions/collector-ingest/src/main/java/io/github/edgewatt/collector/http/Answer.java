package io.github.edgewatt.collector.http;

import io.vertx.core.buffer.Buffer;

/**
 * What a client is told of its event.
 *
 * @param status of HTTP
 * @param text as published
 */
record Answer(int status, Buffer text) {
  static final Answer OK = of(200, "ok");

  /** Older than the window: taken, and there is nothing it could count for. */
  static final Answer LATE = of(202, "ok");

  static final Answer ONLY_POST = of(405, "Only POST requests are allowed");
  static final Answer TOO_LARGE = of(413, "Error parsing form: the body is too large");
  static final Answer UNAUTHORIZED = of(401, "Show the token: Authorization: Bearer …");

  static Answer of(int status, String text) {
    return new Answer(status, Buffer.buffer(text));
  }
}
