package io.github.edgewatt.workloads.http;

import io.quarkus.vertx.web.Route;
import io.quarkus.vertx.web.Route.HandlerType;
import io.quarkus.vertx.web.Route.HttpMethod;
import io.quarkus.vertx.web.RouteFilter;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** What is served beside the function: health, and the page {@code curl} fetches by default. */
@Singleton
class InternalRoutes {
  static final String HEALTH = "/_/health";
  static final String READY = "/_/ready";
  static final String STUB = "/_/stub";
  private static final long MOST_BODY_BYTES = 1 << 20;
  private static final Set<String> BESIDE = Set.of(HEALTH, READY, STUB);
  private static final Buffer PAGE =
      Buffer.buffer("a page of sixteen kibibytes, all alike\n".repeat(420));

  private final Settings settings;
  private final Lifecycle lifecycle;
  private final BodyHandler body = BodyHandler.create(false).setBodyLimit(MOST_BODY_BYTES);

  @Inject
  InternalRoutes(Settings settings, Lifecycle lifecycle) {
    this.settings = settings;
    this.lifecycle = lifecycle;
  }

  /**
   * Closes every other path, Funqy's own (one a function, whatever is served) among them, and reads
   * the body for the function: Quarkus does so for POST only, callers send one with GET.
   */
  @RouteFilter(1_000)
  void gate(RoutingContext context) {
    String path = context.request().path();
    if (path.equals("/")) {
      body.handle(context);
    } else if (BESIDE.contains(path)) {
      if (context.request().method().equals(io.vertx.core.http.HttpMethod.GET)) {
        context.next();
      } else {
        Answers.error(context.response(), 405, "call with GET");
      }
    } else {
      Answers.error(context.response(), 404, "nothing here; the function is at /");
    }
  }

  /**
   * Answers failures before a route is reached, a body beyond the limit above all. Not an annotated
   * route: those need a request scope, which a connection closed by its caller no longer has.
   */
  void install(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(InternalRoutes::failed);
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
        status == 413 ? "body must have at most 1 MiB" : "refused with status " + status);
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
