package io.github.edgewatt.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a service listens. What is not given comes from the environment or the defaults. */
public final class ServerOptions {
  private static final int MOST_PORT = 65_535;
  private static final String PORT = "QUARKUS_HTTP_PORT";
  private static final String HOST = "QUARKUS_HTTP_HOST";

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
   * @throws IllegalArgumentException where the port or the address is none, given or from the
   *     environment
   */
  void apply() {
    apply(System.getenv());
  }

  void apply(Map<String, String> environment) {
    if (port.isPresent()) {
      check("--port", String.valueOf(port.get()));
      System.setProperty("quarkus.http.port", String.valueOf(port.get()));
    } else {
      Optional.ofNullable(environment.get(PORT)).ifPresent(text -> check(PORT, text));
    }
    if (host.isPresent()) {
      resolve("--host", host.get());
      System.setProperty("quarkus.http.host", host.get());
    } else {
      Optional.ofNullable(environment.get(HOST)).ifPresent(text -> resolve(HOST, text));
    }
  }

  private static void check(String name, String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > MOST_PORT) {
      throw new IllegalArgumentException(name + " " + text + ": 0 to " + MOST_PORT);
    }
  }

  private static void resolve(String name, String address) {
    try {
      if (!address.isBlank() && InetAddress.getByName(address) != null) {
        return;
      }
    } catch (UnknownHostException e) {
      // Said below, as an empty one is.
    }
    throw new IllegalArgumentException(
        name + " " + address + ": no address of this machine, nor a name of one");
  }
}
