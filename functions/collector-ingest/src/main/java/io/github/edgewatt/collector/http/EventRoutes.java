package io.github.edgewatt.collector.http;

import io.github.edgewatt.service.BearerToken;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * {@code POST} to any path, as published, takes an event; the function's own path is Funqy's. Comes
 * before every other route: events are many, and the framework's way of reading bodies costs more
 * than the event.
 */
@Singleton
class EventRoutes {
  /** The path of the same event as JSON. */
  static final String JSON_EVENT = "/fpgaEvent";

  private static final int FIRST = Integer.MIN_VALUE;

  /** After all that serves a path, before the answer that there is nothing. */
  private static final int LAST = 999_999;

  private final Intake intake;
  private final Optional<BearerToken> token;

  @Inject
  EventRoutes(Intake intake, CollectorSettings settings) {
    this.intake = intake;
    this.token = settings.tokenFile().map(BearerToken::read);
  }

  void install(@Observes Router router) {
    router.route().order(FIRST).handler(this::first);
    router
        .route()
        .order(LAST)
        .handler(context -> send(context.response(), intake.refuse(Answer.ONLY_POST)));
  }

  private void first(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean post = HttpMethod.POST.equals(request.method());
    String path = request.path();
    boolean function = JSON_EVENT.equals(path);
    boolean guarded = post || function || StateRoute.PATH.equals(path);
    if (guarded && token.isPresent() && !shown(request)) {
      context.response().putHeader("WWW-Authenticate", "Bearer");
      close(context.response(), post ? intake.refuse(Answer.UNAUTHORIZED) : Answer.UNAUTHORIZED);
    } else if (post && !function) {
      new EventBody(request, intake).receive();
    } else if (function && !post) {
      // Funqy would take its fields from the query.
      send(context.response(), intake.refuse(Answer.ONLY_POST));
    } else {
      context.next();
    }
  }

  private boolean shown(HttpServerRequest request) {
    return token.get().matches(request.getHeader(HttpHeaders.AUTHORIZATION));
  }

  /** Sends an answer whose request has not been read to its end. */
  static void close(HttpServerResponse response, Answer answer) {
    response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    send(response, answer);
  }

  static void send(HttpServerResponse response, Answer answer) {
    if (answer.status() == 405) {
      response.putHeader(HttpHeaders.ALLOW, "POST");
    }
    if (!response.ended() && !response.closed()) {
      response.putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8");
      response.setStatusCode(answer.status()).end(answer.text());
    }
  }
}
