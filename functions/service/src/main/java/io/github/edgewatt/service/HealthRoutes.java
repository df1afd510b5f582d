package io.github.edgewatt.service;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * {@code GET /_/health} and {@code /healthz}: the process lives. {@code GET /_/ready}: it can work.
 * And failures before a route is reached, as JSON.
 */
@Singleton
class HealthRoutes {
  private static final List<String> HEALTH = List.of("/_/health", "/healthz");
  private static final String READY = "/_/ready";
  private static final int LATE = 1_000_000;

  private final Lifecycle lifecycle;
  private final Iterable<Readiness> readiness;

  @Inject
  HealthRoutes(Lifecycle lifecycle, @Any Instance<Readiness> readiness) {
    this(lifecycle, (Iterable<Readiness>) readiness);
  }

  HealthRoutes(Lifecycle lifecycle, Iterable<Readiness> readiness) {
    this.lifecycle = lifecycle;
    this.readiness = readiness;
  }

  void install(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(HealthRoutes::failed);
    HEALTH.forEach(path -> router.get(path).handler(HealthRoutes::health));
    router.get(READY).handler(this::ready);
    router
        .route()
        .order(LATE)
        .handler(context -> Answers.error(context.response(), 404, "nothing at this path"));
  }

  private static void health(RoutingContext context) {
    state(context, 200, "up");
  }

  private void ready(RoutingContext context) {
    if (lifecycle.draining()) {
      state(context, 503, "draining");
      return;
    }
    Optional<String> missing =
        StreamSupport.stream(readiness.spliterator(), false)
            .flatMap(one -> one.missing().stream())
            .findFirst();
    state(context, missing.isPresent() ? 503 : 200, missing.orElse("ready"));
  }

  private static void state(RoutingContext context, int status, String state) {
    Answers.json(context.response(), status, new JsonObject().put("state", state).toBuffer());
  }

  private static void failed(RoutingContext context) {
    int status = context.statusCode() < 400 ? 500 : context.statusCode();
    if (!context.response().headWritten() && !context.response().closed()) {
      // What is left of the body is not worth reading: the connection ends with the answer.
      context.response().putHeader("Connection", "close");
    }
    Answers.error(
        context.response(),
        status,
        status == 413 ? "the body is larger than this service takes" : "refused: " + status);
  }
}
