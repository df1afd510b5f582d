package openfaas.entrypoint;

import com.openfaas.model.IHandler;
import com.openfaas.model.IResponse;
import com.openfaas.model.Request;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** From an HTTP exchange to the handler's request, and back from its response. */
final class Calls implements HttpHandler {
  private final IHandler handler;
  private final int mostBodyBytes;
  private final BooleanSupplier tooMany;
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile boolean ready = true;
  private volatile boolean open = true;

  Calls(IHandler handler, int mostBodyBytes, BooleanSupplier tooMany) {
    this.handler = handler;
    this.mostBodyBytes = mostBodyBytes;
    this.tooMany = tooMany;
  }

  /** From now on {@code /_/ready} tells others to send no more calls; those that come are answered. */
  void leave() {
    ready = false;
  }

  /** From now on calls are refused; those in flight are answered. */
  void close() {
    open = false;
  }

  int inFlight() {
    return inFlight.get();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    inFlight.incrementAndGet();
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/_/health" -> answer(exchange, 200, "OK");
        case "/_/ready" -> answer(exchange, ready ? 200 : 503, ready ? "ready" : "draining");
        default -> call(exchange);
      }
    } finally {
      inFlight.decrementAndGet();
    }
  }

  private void call(HttpExchange exchange) throws IOException {
    if (!open || tooMany.getAsBoolean()) {
      exchange.getResponseHeaders().set("Connection", "close");
      answer(exchange, 503, open ? "too many calls are waiting" : "the process is ending");
      return;
    }
    byte[] body = exchange.getRequestBody().readNBytes(mostBodyBytes + 1);
    if (body.length > mostBodyBytes) {
      exchange.getResponseHeaders().set("Connection", "close");
      answer(exchange, 413, "body must have at most " + mostBodyBytes + " bytes");
      return;
    }
    IResponse response;
    try {
      response = handler.Handle(request(exchange, body));
    } catch (RuntimeException e) {
      e.printStackTrace();
      answer(exchange, 500, "the function failed: " + e.getClass().getSimpleName());
      return;
    }
    if (response.getContentType() != null && !response.getContentType().isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", response.getContentType());
    }
    response.getHeaders().forEach(exchange.getResponseHeaders()::set);
    answer(exchange, response.getStatusCode(), response.getBody());
  }

  private static Request request(HttpExchange exchange, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    return new Request(
        new String(body, StandardCharsets.UTF_8),
        headers,
        exchange.getRequestURI().getRawQuery(),
        exchange.getRequestURI().getPath());
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    boolean bodiless = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, bodiless ? -1 : bytes.length);
    if (!bodiless) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
