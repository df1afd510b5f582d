package io.github.edgewatt.weights.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * An answer in JSON.
 *
 * @param status HTTP status
 * @param body its body
 */
record Reply(int status, Buffer body) {
  static Reply of(int status, byte[] json) {
    return new Reply(status, Buffer.buffer(json));
  }

  static Reply error(int status, String message) {
    return new Reply(status, new JsonObject().put("error", message).toBuffer());
  }
}
