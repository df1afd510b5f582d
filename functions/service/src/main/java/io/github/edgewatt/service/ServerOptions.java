package io.github.edgewatt.service;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a service listens. What is not given comes from the environment or the defaults. */
public final class ServerOptions {
  private static final int MOST_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "port to listen on (8080; QUARKUS_HTTP_PORT)")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "address to listen on (127.0.0.1; QUARKUS_HTTP_HOST)")
  private Optional<String> host = Optional.empty();

  /**
   * Settles the options, before the server starts.
   *
   * @throws IllegalArgumentException where the port is none
   */
  void apply() {
    port.ifPresent(
        number -> {
          if (number < 0 || number > MOST_PORT) {
            throw new IllegalArgumentException("--port " + number + ": 0 to " + MOST_PORT);
          }
          System.setProperty("quarkus.http.port", String.valueOf(number));
        });
    host.ifPresent(address -> System.setProperty("quarkus.http.host", address));
  }
}
