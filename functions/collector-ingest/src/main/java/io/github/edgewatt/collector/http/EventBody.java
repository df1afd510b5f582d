package io.github.edgewatt.collector.http;

import io.github.edgewatt.collector.event.Form;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Receives one event's body, which is small or refused, and answers. */
final class EventBody {
  /** Two full lists of identifiers, with every byte of them escaped, fit in. */
  static final int MOST_BYTES = 48 * 1024;

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final byte[] NONE = {};

  private final HttpServerRequest request;
  private final Intake intake;
  private Buffer body;
  private boolean refused;

  EventBody(HttpServerRequest request, Intake intake) {
    this.request = request;
    this.intake = intake;
  }

  void receive() {
    request.handler(this::part).endHandler(end -> whole()).resume();
  }

  private void part(Buffer part) {
    if (refused) {
      return;
    }
    if ((body == null ? 0 : body.length()) + part.length() > MOST_BYTES) {
      refused = true;
      body = null;
      EventRoutes.close(request.response(), intake.refuse(Answer.TOO_LARGE));
    } else {
      body = body == null ? part : Buffer.buffer().appendBuffer(body).appendBuffer(part);
    }
  }

  private void whole() {
    if (!refused) {
      byte[] form = body != null && isForm() ? body.getBytes() : NONE;
      EventRoutes.send(request.response(), intake.take(Form.read(form, request.query())));
    }
  }

  // What says nothing of its kind is taken for a form; of anything else the query alone is read.
  private boolean isForm() {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return type == null
        || (type.regionMatches(true, 0, FORM, 0, FORM.length())
            && (type.length() == FORM.length()
                || type.charAt(FORM.length()) == ';'
                || type.charAt(FORM.length()) == ' '));
  }
}
