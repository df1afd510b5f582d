package io.github.edgewatt.workloads.http;

import io.quarkus.vertx.web.Route;
import io.quarkus.vertx.web.Route.HandlerType;
import io.quarkus.vertx.web.Route.HttpMethod;
import io.quarkus.vertx.web.RouteFilter;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** What is served beside the function: health, and the page {@code curl} fetches by default. */
@Singleton
class InternalRoutes {
  static final String HEALTH = "/_/health";
  static final String READY = "/_/ready";
  static final String STUB = "/_/stub";
  private static final Set<String> OPEN = Set.of("/", HEALTH, READY, STUB);
  private static final Buffer PAGE =
      Buffer.buffer("a page of sixteen kibibytes, all alike\n".repeat(420));

  private final Settings settings;
  private final Lifecycle lifecycle;

  @Inject
  InternalRoutes(Settings settings, Lifecycle lifecycle) {
    this.settings = settings;
    this.lifecycle = lifecycle;
  }

  /** Closes every other path, Funqy's own (one a function, whatever is served) among them. */
  @RouteFilter(1_000)
  void onlyOpenPaths(RoutingContext context) {
    if (OPEN.contains(context.request().path())) {
      context.next();
    } else {
      Answers.error(context.response(), 404, "nothing here; the function is at /");
    }
  }

  @Route(path = HEALTH, methods = HttpMethod.GET, type = HandlerType.NORMAL)
  void health(RoutingContext context) {
    state(context, 200, "up");
  }

  @Route(path = READY, methods = HttpMethod.GET, type = HandlerType.NORMAL)
  void ready(RoutingContext context) {
    boolean draining = lifecycle.draining();
    state(context, draining ? 503 : 200, draining ? "draining" : "ready");
  }

  /** Answers a little later, as a server elsewhere would. */
  @Route(path = STUB, methods = HttpMethod.GET, type = HandlerType.NORMAL)
  void stub(RoutingContext context) {
    int millis = settings.stub().delayMillis();
    if (millis <= 0) {
      context.response().end(PAGE);
    } else {
      context.vertx().setTimer(millis, timer -> context.response().end(PAGE));
    }
  }

  private void state(RoutingContext context, int status, String state) {
    String body = "{\"function\":\"" + settings.function() + "\",\"state\":\"" + state + "\"}";
    Answers.json(context.response(), status, Buffer.buffer(body).getBytes());
  }
}
