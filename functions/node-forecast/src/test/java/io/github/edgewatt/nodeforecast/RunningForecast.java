package io.github.edgewatt.nodeforecast;

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

/** A process of the packaged server; closing ends it whatever happened. */
final class RunningForecast implements AutoCloseable {
  private static final int START_SECONDS = 60;
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final int port;
  private final Path output;

  private RunningForecast(Process process, int port, Path output) {
    this.process = process;
    this.port = port;
    this.output = output;
  }

  /** Starts the process on a free port. */
  static RunningForecast launch(String... options) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "--port",
                Integer.toString(port)));
    command.addAll(List.of(options));
    Path output = Files.createTempFile("node-forecast", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new RunningForecast(process, port, output);
  }

  /** Starts it and waits until it answers. */
  static RunningForecast start(String... options) throws IOException, InterruptedException {
    RunningForecast forecast = launch(options);
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!forecast.up()) {
      if (System.nanoTime() > giveUp) {
        List<String> said = forecast.said();
        forecast.close();
        throw new IllegalStateException("not up in " + START_SECONDS + " s: " + said);
      }
      if (forecast.process.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("ended before it was up: " + forecast.said());
      }
    }
    return forecast;
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  List<String> said() throws IOException {
    return Files.readAllLines(output);
  }

  private boolean up() throws InterruptedException {
    try {
      return send("healthz", "").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** A POST of {@code body}, or a GET where that is empty. */
  HttpResponse<String> send(String path, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + address() + "/" + path))
            .timeout(Duration.ofSeconds(20));
    if (!body.isEmpty()) {
      request.POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  int terminate() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("did not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(output);
  }
}
