package io.github.edgewatt.scoring.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the product's programs, started as a user starts it, on a port of its own. */
final class Launched implements AutoCloseable {
  /** It may have to be built first. */
  private static final Duration START = Duration.ofMinutes(5);

  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int STOP_SECONDS = 15;

  private final Process process;
  private final URI uri;
  private final Path log;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Launched(Process process, URI uri, Path log) {
    this.process = process;
    this.uri = uri;
    this.log = log;
  }

  /**
   * Starts {@code bin/name} and waits until it is ready.
   *
   * @param environment on top of this process's
   */
  static Launched start(
      String name, Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    int port = freePort();
    List<String> command = new ArrayList<>(List.of(root().resolve("bin").resolve(name).toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--port", String.valueOf(port)));
    Path log = folder.resolve(name + "-" + port + ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile()).environment().putAll(environment);
    Launched launched = new Launched(builder.start(), URI.create("http://127.0.0.1:" + port), log);
    try {
      launched.awaitReady();
      return launched;
    } catch (IllegalStateException e) {
      launched.close();
      throw e;
    }
  }

  URI uri() {
    return uri;
  }

  /** The body of what it answers. */
  String post(String path, String json) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve(path))
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** Has it stand still (STOP) or go on (CONT), or ends it at once (KILL). */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long until = System.nanoTime() + START.toNanos();
    while (!ready()) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IllegalStateException("not ready: " + Files.readString(log));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private boolean ready() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri.resolve("/_/ready")).timeout(ANSWER).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.isExecutable(at.resolve("bin").resolve("check"))) {
        return at;
      }
    }
    throw new IllegalStateException("no bin/check above " + start);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
