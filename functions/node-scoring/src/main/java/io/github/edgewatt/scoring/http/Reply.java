package io.github.edgewatt.scoring.http;

import io.vertx.core.json.JsonObject;

/**
 * An answer to a caller.
 *
 * @param status HTTP's
 * @param body JSON
 */
record Reply(int status, byte[] body) {
  static Reply ok(byte[] body) {
    return new Reply(200, body);
  }

  static Reply error(int status, String message) {
    return new Reply(status, new JsonObject().put("error", message).toBuffer().getBytes());
  }
}
