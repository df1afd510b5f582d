package io.github.edgewatt.service;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** Answers, and failures as answers: {@code {"error": "…"}} with a fitting status. */
public final class Answers {
  private Answers() {}

  /** Sends JSON, unless the caller has gone. */
  public static void json(HttpServerResponse response, int status, Buffer body) {
    send(response, status, "application/json", body);
  }

  /** Sends {@code body} as {@code contentType}, unless the caller has gone. */
  public static void send(
      HttpServerResponse response, int status, String contentType, Buffer body) {
    if (!response.ended() && !response.closed()) {
      response.setStatusCode(status).putHeader("Content-Type", contentType).end(body);
    }
  }

  /** Sends {@code {"error": message}}. */
  public static void error(HttpServerResponse response, int status, String message) {
    json(response, status, new JsonObject().put("error", message).toBuffer());
  }
}
