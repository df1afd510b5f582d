package io.github.edgewatt.workloads.http;

import io.github.edgewatt.workloads.function.BadInputException;
import io.github.edgewatt.workloads.function.BusyException;
import io.quarkus.vertx.web.Route;
import io.quarkus.vertx.web.Route.HandlerType;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves the process's one function at {@code /}. */
@Singleton
class FunctionRoute {
  private final Served<?> served;
  private final int mostInFlight;
  private final AtomicInteger inFlight = new AtomicInteger();

  @Inject
  FunctionRoute(Settings settings, Catalogue catalogue) {
    this.served = catalogue.find(settings.function());
    this.mostInFlight = settings.inFlight();
  }

  @Route(path = "/", type = HandlerType.NORMAL)
  void call(RoutingContext context) {
    HttpServerResponse response = context.response();
    HttpMethod method = context.request().method();
    Buffer buffer = context.body().buffer();
    byte[] body = buffer == null ? new byte[0] : buffer.getBytes();
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.POST)) {
      response.putHeader("Allow", "GET, POST");
      Answers.error(response, 405, "call with GET or POST");
    } else {
      try {
        if (context.request().query() != null) {
          throw new BadInputException("the query is not read; send a body");
        }
        call(served, body, context);
      } catch (RuntimeException e) {
        Answers.failure(response, e);
      }
    }
  }

  private <I> void call(Served<I> function, byte[] body, RoutingContext context) {
    I input = Bodies.read(body, context.request().getHeader("Content-Type"), function);
    if (inFlight.incrementAndGet() > mostInFlight) {
      inFlight.decrementAndGet();
      throw new BusyException("already answering " + mostInFlight + " calls; call again later");
    }
    Context eventLoop = context.vertx().getOrCreateContext();
    function
        .call()
        .apply(input)
        .onItem()
        .transform(FunctionRoute::written)
        .onTermination()
        .invoke(inFlight::decrementAndGet)
        .subscribe()
        .with(
            bytes -> eventLoop.runOnContext(x -> Answers.json(context.response(), 200, bytes)),
            failure -> eventLoop.runOnContext(x -> Answers.failure(context.response(), failure)));
  }

  // Here, so that writing the output too is done by the worker and not by the event loop.
  private static byte[] written(Object output) {
    try {
      return Bodies.write(output);
    } catch (IOException e) {
      throw new IllegalStateException("the output cannot be written as JSON", e);
    }
  }
}
