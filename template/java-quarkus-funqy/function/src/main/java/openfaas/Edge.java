package openfaas;

import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What OpenFaaS's callers expect and Funqy alone does not do: the one function answers at {@code /}
 * too, a GET may have a body, and a body need not be JSON where the function takes a String.
 */
@Singleton
public class Edge {
  private static final String ADMITTED = Edge.class.getName();

  private final int mostInFlight;
  private final long mostBodyBytes;
  private final Duration linger;
  private final AtomicInteger inFlight = new AtomicInteger();

  @Inject
  Edge(
      @ConfigProperty(name = "edge.in-flight", defaultValue = "1024") int mostInFlight,
      @ConfigProperty(name = "edge.body-bytes", defaultValue = "1048576") long mostBodyBytes,
      @ConfigProperty(name = "edge.linger", defaultValue = "0s") Duration linger) {
    this.mostInFlight = mostInFlight;
    this.mostBodyBytes = mostBodyBytes;
    this.linger = linger;
  }

  void install(@Observes Router router) {
    // Before Funqy's own routes, which would ignore the body of a GET.
    router
        .routeWithRegex("/(?!_/).*")
        .order(Integer.MIN_VALUE)
        .handler(BodyHandler.create(false).setBodyLimit(mostBodyBytes))
        .handler(this::call);
  }

  private void call(RoutingContext context) {
    if (context.get(ADMITTED) != null) {
      context.next();
      return;
    }
    if (inFlight.incrementAndGet() > mostInFlight) {
      inFlight.decrementAndGet();
      context.response().setStatusCode(429).end("already answering " + mostInFlight + " calls");
      return;
    }
    context.addEndHandler(ended -> inFlight.decrementAndGet());
    context.put(ADMITTED, true);
    forward(context);
  }

  private static void forward(RoutingContext context) {
    String path = context.request().path();
    FunctionInvoker function =
        path.equals("/") ? only() : FunctionRecorder.registry.matchInvoker(path.substring(1));
    if (function == null) {
      context.response().setStatusCode(404).end("no such function: call /NAME");
      return;
    }
    Buffer body = context.body().buffer();
    boolean hasBody = body != null && body.length() > 0;
    if (hasBody && String.class.equals(function.getInputType()) && !isJson(context)) {
      context.setBody(Buffer.buffer(Json.encode(body.toString())));
    }
    boolean bodyOfGet = hasBody && context.request().method().equals(HttpMethod.GET);
    context.reroute(
        bodyOfGet ? HttpMethod.POST : context.request().method(), "/" + function.getName());
  }

  private static FunctionInvoker only() {
    Collection<FunctionInvoker> all = FunctionRecorder.registry.invokers();
    return all.size() == 1 ? all.iterator().next() : null;
  }

  private static boolean isJson(RoutingContext context) {
    String type = String.valueOf(context.request().getHeader("Content-Type"));
    type = type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    return type.equals("application/json") || type.endsWith("+json");
  }

  /**
   * Stays a moment after the last answer: the watchdog ends with its function, and may still be
   * handing that answer on.
   */
  void end(@Observes ShutdownEvent event) throws InterruptedException {
    Thread.sleep(linger.toMillis());
  }
}
