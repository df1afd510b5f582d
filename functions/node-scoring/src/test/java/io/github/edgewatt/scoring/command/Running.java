package io.github.edgewatt.scoring.command;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of the packaged application; closing ends it whatever happened. */
final class Running implements AutoCloseable {
  /** 128 + SIGTERM: what a JVM ends with when its shutdown hooks have run after that signal. */
  static final int ENDED_BY_SIGTERM = 143;

  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

  private static final Path EMPTY_HOME = Path.of("target", "empty-home").toAbsolutePath();

  private final Process process;
  private final Path out;
  private final Path errors;

  private Running(Process process, Path out, Path errors) {
    this.process = process;
    this.out = out;
    this.errors = errors;
  }

  static Running launch(String... arguments) throws IOException {
    Path out = Files.createTempFile("scoring", ".out");
    Path errors = Files.createTempFile("scoring", ".err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("KUBE"));
    // An empty one: whoever runs the tests may have a cluster.
    builder.environment().put("HOME", Files.createDirectories(EMPTY_HOME).toString());
    builder.redirectOutput(out.toFile()).redirectError(errors.toFile());
    return new Running(builder.start(), out, errors);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Waits until it says it is ready; fails where it ends before. */
  void awaitReady(int port) throws IOException, InterruptedException {
    awaitStatus(port, 200);
  }

  /** Waits until {@code /_/ready} answers so. */
  void awaitStatus(int port, int wanted) throws IOException, InterruptedException {
    while (status(port) != wanted) {
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("ended before it was ready: " + errors());
      }
    }
  }

  private static int status(int port) throws InterruptedException {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/_/ready"))
                  .timeout(Duration.ofSeconds(5))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  static HttpResponse<String> post(int port, String path, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running after 60 s");
    }
    return process.exitValue();
  }

  int terminate() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  String output() throws IOException {
    return Files.readString(out);
  }

  List<String> errors() throws IOException {
    return Files.readAllLines(errors);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(out);
    Files.deleteIfExists(errors);
  }
}
