package io.github.edgewatt.nodeforecast.http;

import io.github.edgewatt.nodeforecast.protocol.Call;
import io.github.edgewatt.nodeforecast.protocol.Protocol;
import io.github.edgewatt.nodeforecast.protocol.Refused;
import io.github.edgewatt.nodeforecast.protocol.Reply;
import io.github.edgewatt.service.Answers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Between Vert.x and the protocols: small requests on the event loop, others by workers. */
@Singleton
class Server {
  private static final Logger LOG = Logger.getLogger(Server.class);

  /**
   * A body up to this size holds one row as a rule and a few dozen at most. A hand-over to another
   * thread would cost more than most such answers take.
   */
  private static final int SMALL_BYTES = 256;

  private static final List<String> HEADERS =
      List.of("Inference-Header-Content-Length", "Content-Encoding");

  private final Workers workers;
  private final MeterRegistry meters;
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  @Inject
  Server(Workers workers, MeterRegistry meters) {
    this.workers = workers;
    this.meters = meters;
  }

  /** Has {@code protocol} answer the request. */
  void serve(RoutingContext context, String name, Protocol protocol) {
    if (context.request().method().equals(HttpMethod.GET)) {
      GetBody.read(
          context.request(), body -> serve(context, body, name, protocol), () -> context.fail(413));
    } else {
      Buffer body = context.body() == null ? null : context.body().buffer();
      serve(context, body == null ? Buffer.buffer() : body, name, protocol);
    }
  }

  private void serve(RoutingContext context, Buffer body, String name, Protocol protocol) {
    long began = System.nanoTime();
    Call call = call(context, body);
    if (call.body().length <= SMALL_BYTES) {
      send(context, name, began, answer(protocol, call));
      return;
    }
    Context eventLoop = context.vertx().getOrCreateContext();
    try {
      workers.execute(
          () -> {
            if (context.response().closed()) {
              return;
            }
            Reply reply = answer(protocol, call);
            eventLoop.runOnContext(ignored -> send(context, name, began, reply));
          });
    } catch (Refused e) {
      send(context, name, began, Reply.of(e));
    }
  }

  private static Call call(RoutingContext context, Buffer body) {
    HttpServerRequest request = context.request();
    Map<String, String> headers = new TreeMap<>();
    for (String name : HEADERS) {
      String value = request.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    Map<String, String> query = new TreeMap<>();
    if (request.query() != null) {
      context.queryParams().forEach(query::put);
    }
    return new Call(
        request.method().name(), parts(context.normalizedPath()), headers, query, body.getBytes());
  }

  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>(6);
    int from = 1;
    while (from <= path.length()) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      if (to > from) {
        parts.add(path.substring(from, to));
      }
      from = to + 1;
    }
    return parts;
  }

  private static Reply answer(Protocol protocol, Call call) {
    try {
      String encoding = call.header("Content-Encoding").orElse("identity");
      if (!encoding.equals("identity")) {
        throw new Refused(415, "a body of Content-Encoding " + encoding + ": send it as it is");
      }
      return protocol.answer(call);
    } catch (Refused e) {
      return Reply.of(e);
    } catch (RuntimeException e) {
      LOG.error("a request could not be answered", e);
      return Reply.of(new Refused(500, "the request could not be answered: see the log"));
    }
  }

  private void send(RoutingContext context, String name, long began, Reply reply) {
    HttpServerResponse response = context.response();
    if (!response.ended() && !response.closed()) {
      reply.headers().forEach(response::putHeader);
      Answers.send(response, reply.status(), reply.contentType(), Buffer.buffer(reply.body()));
    }
    timers
        .computeIfAbsent(name + ' ' + reply.status(), key -> timer(name, reply.status()))
        .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
  }

  private Timer timer(String protocol, int status) {
    return Timer.builder("edgewatt.forecast.requests")
        .description("time from a request's body to its answer")
        .tag("protocol", protocol)
        .tag("status", Integer.toString(status))
        .register(meters);
  }
}
