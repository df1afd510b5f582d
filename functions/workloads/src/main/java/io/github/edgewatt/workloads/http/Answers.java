package io.github.edgewatt.workloads.http;

import io.github.edgewatt.workloads.function.BadInputException;
import io.github.edgewatt.workloads.function.BusyException;
import io.github.edgewatt.workloads.function.FetchException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import org.jboss.logging.Logger;

/** Answers, and failures as answers: {@code {"error": "…"}} with a fitting status. */
final class Answers {
  private static final Logger LOG = Logger.getLogger(Answers.class);

  private Answers() {}

  static void json(HttpServerResponse response, int status, byte[] body) {
    if (!response.ended() && !response.closed()) {
      response.setStatusCode(status).putHeader("Content-Type", "application/json");
      response.end(Buffer.buffer(body));
    }
  }

  static void error(HttpServerResponse response, int status, String message) {
    json(response, status, new JsonObject().put("error", message).toBuffer().getBytes());
  }

  static void failure(HttpServerResponse response, Throwable failure) {
    if (failure instanceof BadInputException) {
      error(response, 400, failure.getMessage());
    } else if (failure instanceof BusyException) {
      error(response, 503, failure.getMessage());
    } else if (failure instanceof FetchException) {
      error(response, 502, failure.getMessage());
    } else {
      LOG.error("a call failed", failure);
      error(response, 500, "the function failed: " + failure.getClass().getSimpleName());
    }
  }
}
