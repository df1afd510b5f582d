package io.github.edgewatt.scoring.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * Takes every body as it is. {@code curl -d} calls what it sends a form unless told otherwise, and
 * a question that is taken for a form is refused for its length.
 */
@Singleton
final class PlainBodies {
  /** Before the route that reads bodies. */
  private static final int FIRST = Integer.MIN_VALUE + 1;

  void install(@Observes Router router) {
    router
        .post()
        .order(FIRST)
        .handler(
            context -> {
              String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
              if (type != null && type.toLowerCase(Locale.ROOT).contains("form")) {
                context.request().headers().remove(HttpHeaders.CONTENT_TYPE);
              }
              context.next();
            });
  }
}
