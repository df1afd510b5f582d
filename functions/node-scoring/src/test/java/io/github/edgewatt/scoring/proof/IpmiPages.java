package io.github.edgewatt.scoring.proof;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Pages of ipmi_exporter, one for each address of this machine that is given, on one port. */
final class IpmiPages implements AutoCloseable {
  private final List<HttpServer> servers = new ArrayList<>();
  private final int port;

  private IpmiPages(int port) {
    this.port = port;
  }

  /** Serves the same temperatures at each of {@code addresses}. */
  static IpmiPages serve(double ambient, double cpu1, double cpu2, List<String> addresses)
      throws IOException {
    String page =
        """
        # HELP ipmi_temperature_celsius Temperature reading in degree Celsius.
        # TYPE ipmi_temperature_celsius gauge
        ipmi_temperature_celsius{id="4",name="Ambient"} %s
        ipmi_temperature_celsius{id="5",name="CPU1"} %s
        ipmi_temperature_celsius{id="6",name="CPU2"} %s
        """
            .formatted(ambient, cpu1, cpu2);
    byte[] body = page.getBytes(StandardCharsets.UTF_8);
    IpmiPages pages = new IpmiPages(Launched.freePort());
    for (String address : addresses) {
      HttpServer server = HttpServer.create(new InetSocketAddress(address, pages.port), 0);
      server.createContext(
          "/metrics",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      pages.servers.add(server);
    }
    return pages;
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
  }
}
