package io.github.edgewatt.scaling;

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
final class RunningScaling implements AutoCloseable {
  private static final int START_SECONDS = 60;
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final int port;
  private final Path output;

  private RunningScaling(Process process, int port, Path output) {
    this.process = process;
    this.port = port;
    this.output = output;
  }

  /** Starts the program with words and settings, and does not wait. */
  static RunningScaling launch(Map<String, String> settings, String... words) throws IOException {
    return launch(0, settings, words);
  }

  private static RunningScaling launch(int port, Map<String, String> settings, String... words)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                JAR.toString()));
    command.addAll(List.of(words));
    // Kept, so that a failure can be understood afterwards.
    Path output =
        Files.createTempFile(
            Files.createDirectories(Path.of("target", "logs")), "scale-place", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("KUBE"));
    builder.environment().putAll(settings);
    return new RunningScaling(builder.start(), port, output);
  }

  /** Starts the server on a free port and waits until it answers. */
  static RunningScaling serve(Map<String, String> settings)
      throws IOException, InterruptedException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    RunningScaling scaling = launch(port, settings, "serve", "--port", Integer.toString(port));
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!scaling.up()) {
      if (System.nanoTime() > giveUp || scaling.process.waitFor(20, TimeUnit.MILLISECONDS)) {
        List<String> said = scaling.said();
        scaling.close();
        throw new IllegalStateException("not up: " + said);
      }
    }
    return scaling;
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

  /** The state; an empty one where there is no answer. */
  JsonNode state() {
    try {
      return new ObjectMapper().readTree(get("state").body());
    } catch (IOException e) {
      return new ObjectMapper().createObjectNode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ObjectMapper().createObjectNode();
    }
  }

  List<String> said() throws IOException {
    return Files.readAllLines(output);
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Kills it, as a node that fails does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    exitCode();
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
