package io.github.edgewatt.profiler.platform.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A function's process for tests: as small as can be, and bad in the way its name says. */
public final class StandIn {
  private static final AtomicInteger CALLS = new AtomicInteger();

  private StandIn() {}

  public static void main(String[] args) throws IOException {
    String name = System.getenv(LocalRuntime.FUNCTION_VARIABLE);
    int port = Integer.getInteger("quarkus.http.port");
    System.out.println("starting " + name);
    switch (name) {
      case "crashes-on-start" -> {
        System.out.println("boom: no configuration");
        System.exit(3);
      }
      case "unlucky" -> {
        if (port % 2 == 0) {
          System.out.println("Port already bound: " + port);
          System.exit(1);
        }
      }
      case "stubborn" ->
          Runtime.getRuntime().addShutdownHook(new Thread(StandIn::waitForEver, "stubborn"));
      case "forks" -> new ProcessBuilder("sleep", "1000").start();
      case "chatty" -> System.out.println("all work and no play\n".repeat(100_000));
      default -> {
        // A good one.
      }
    }
    if (!name.equals("deaf")) {
      serve(name, port);
    }
    waitForEver();
  }

  private static void serve(String name, int port) throws IOException {
    InetAddress host = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext(
        ReadinessProbe.READY_PATH,
        exchange -> answer(exchange, name.equals("never-ready") ? 503 : 200));
    server.createContext("/", exchange -> call(exchange, name));
    server.start();
  }

  private static void call(HttpExchange exchange, String name) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    int calls = CALLS.incrementAndGet();
    String query = exchange.getRequestURI().getQuery();
    if (query != null && query.startsWith("burn=")) {
      burn(Long.parseLong(query.substring("burn=".length())));
    }
    switch (name) {
      case "answers-500" -> answer(exchange, 500);
      case "hangs" -> waitForEver();
      case "wants-post" ->
          answer(
              exchange, exchange.getRequestMethod().equals("POST") && body.length == 5 ? 200 : 400);
      case "crashes-under-load" -> {
        if (calls > 3) {
          Runtime.getRuntime().halt(42);
        }
        answer(exchange, 200);
      }
      case "turns-bad" ->
          answer(exchange, Files.exists(Path.of(exchange.getRequestURI().getPath())) ? 500 : 200);
      default -> answer(exchange, 200);
    }
  }

  private static void burn(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static void waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
