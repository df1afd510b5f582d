package io.github.edgewatt.scoring.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** A call's body. */
final class Body {
  private static final byte[] NONE = {};

  private Body() {}

  static byte[] of(RoutingContext context) {
    Buffer buffer = context.body().buffer();
    return buffer == null ? NONE : buffer.getBytes();
  }
}
