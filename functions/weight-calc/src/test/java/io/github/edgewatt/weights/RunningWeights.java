package io.github.edgewatt.weights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the packaged program; closing ends it whatever happened. */
final class RunningWeights implements AutoCloseable {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final long START_SECONDS = 90;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final int port;
  private final Path output;

  private RunningWeights(Process process, int port, Path output) {
    this.process = process;
    this.port = port;
    this.output = output;
  }

  static RunningWeights launch(Map<String, String> variables, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    int port = 0;
    if (arguments.length > 0 && arguments[0].equals("serve")) {
      try (ServerSocket socket = new ServerSocket(0)) {
        port = socket.getLocalPort();
      }
      command.addAll(List.of("--port", Integer.toString(port)));
    }
    // Kept, so that a failure can be understood afterwards.
    Path output =
        Files.createTempFile(
            Files.createDirectories(Path.of("target", "logs")), "weight-calc", ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("KUBE"));
    builder.environment().putAll(variables);
    return new RunningWeights(
        builder.redirectErrorStream(true).redirectOutput(output.toFile()).start(), port, output);
  }

  /** Serves, and waits until it answers, ready or not. */
  static RunningWeights serve(Map<String, String> variables)
      throws IOException, InterruptedException {
    RunningWeights running = launch(variables, "serve");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!running.up()) {
      if (System.nanoTime() - end > 0 || !running.process.isAlive()) {
        List<String> said = running.said();
        running.close();
        throw new IllegalStateException("not up: " + said);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return running;
  }

  private boolean up() throws InterruptedException {
    try {
      return get("healthz").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return client.send(
        request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
        .timeout(Duration.ofSeconds(20));
  }

  JsonNode state() throws IOException, InterruptedException {
    return new ObjectMapper().readTree(get("state").body());
  }

  List<String> said() throws IOException {
    return Files.readAllLines(output);
  }

  /** Without a word, as when a machine dies. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  int terminate() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("did not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
