package io.github.edgewatt.profiler.experiment;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** A consumer that is ready at once and does nothing; {@code main} is what a process runs. */
public final class FakeConsumer {
  private FakeConsumer() {}

  public static void main(String[] args) throws Exception {
    List<String> words = List.of(args);
    int port = Integer.parseInt(words.get(words.indexOf("--port") + 1));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }
}
