package io.github.edgewatt.service;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * An answer in JSON.
 *
 * @param status HTTP status
 * @param body its body
 */
public record Reply(int status, Buffer body) {
  /** An answer that is JSON already. */
  public static Reply of(int status, byte[] json) {
    return new Reply(status, Buffer.buffer(json));
  }

  /** {@code {"error": message}}. */
  public static Reply error(int status, String message) {
    return new Reply(status, new JsonObject().put("error", message).toBuffer());
  }
}
