package io.github.edgewatt.workloads;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process of the packaged application; closing ends it whatever happened. */
final class RunningWorkload implements AutoCloseable {
  /** 128 + SIGTERM: what a JVM ends with when its shutdown hooks have run after that signal. */
  static final int ENDED_BY_SIGTERM = 143;

  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

  private final Process process;
  private final URI address;
  private final Path errors;

  private RunningWorkload(Process process, URI address, Path errors) {
    this.process = process;
    this.address = address;
    this.errors = errors;
  }

  /** Starts the process; an empty name means none is set. */
  static RunningWorkload launch(String name) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Path errors = Files.createTempFile("workload", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Dquarkus.http.port=" + port,
            "-jar",
            JAR.toString());
    builder.environment().remove("EDGEWATT_FUNCTION");
    if (!name.isEmpty()) {
      builder.environment().put("EDGEWATT_FUNCTION", name);
    }
    builder.redirectError(errors.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return new RunningWorkload(
        builder.start(), URI.create("http://127.0.0.1:" + port + "/"), errors);
  }

  static RunningWorkload start(String name) throws IOException, InterruptedException {
    RunningWorkload workload = launch(name);
    HttpClient client = HttpClient.newHttpClient();
    while (workload.status(client) != 200) {
      if (workload.process.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("ended before it was ready: " + workload.errors());
      }
    }
    return workload;
  }

  URI address() {
    return address;
  }

  List<String> errors() throws IOException {
    return Files.readAllLines(errors);
  }

  void signal() {
    process.destroy();
  }

  int terminate() throws InterruptedException {
    signal();
    return exitCode();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("did not end");
    }
    return process.exitValue();
  }

  /** Waits long enough for a call to have reached the process, well below what it takes. */
  void awaitHeld(CompletableFuture<?> call) throws Exception {
    try {
      call.get(300, TimeUnit.MILLISECONDS);
      throw new IllegalStateException("answered before it could be watched");
    } catch (TimeoutException expected) {
      return;
    }
  }

  int awaitNotReady(HttpClient client) throws InterruptedException {
    int status;
    do {
      status = status(client);
    } while (status == 200);
    return status;
  }

  private int status(HttpClient client) throws InterruptedException {
    try {
      HttpRequest ready =
          HttpRequest.newBuilder(address.resolve("/_/ready"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return client.send(ready, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(errors);
  }
}
