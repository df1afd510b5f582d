package io.github.edgewatt.collector;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A collector started by its launcher; closing ends it whatever happened. */
final class RunningCollector implements AutoCloseable {
  /** 128 + SIGTERM: what a JVM ends with when its shutdown hooks have run after that signal. */
  static final int ENDED_BY_SIGTERM = 143;

  private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

  private final Process process;
  private final Path log;
  private final int port;

  private RunningCollector(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts it with these arguments and nothing of this environment that it would read. */
  static RunningCollector launch(int port, Map<String, String> environment, String... arguments)
      throws IOException {
    // Maven leaves a jar alone whose content did not change; the launcher would build it again.
    Files.setLastModifiedTime(JAR, FileTime.from(Instant.now()));
    List<String> command = new ArrayList<>();
    command.add(HOME.resolve("bin").resolve("collector-ingest").toString());
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile("collector", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeAll(List.of("KUBECONFIG", "NODE_NAME"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return new RunningCollector(builder.start(), log, port);
  }

  /** Starts it for a node and waits until it takes events. */
  static RunningCollector start(String node, Path kubeconfig) throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    RunningCollector collector =
        launch(
            port,
            Map.of("KUBECONFIG", kubeconfig.toString()),
            "--node",
            node,
            "--port",
            String.valueOf(port));
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/_/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    while (true) {
      try {
        if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
          return collector;
        }
      } catch (IOException e) {
        if (collector.process.waitFor(50, TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException("ended: " + collector.log(), e);
        }
      }
    }
  }

  int port() {
    return port;
  }

  String log() throws IOException {
    return Files.readString(log);
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
    Files.deleteIfExists(log);
  }
}
