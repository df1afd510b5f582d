package io.github.edgewatt.collector;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real API server by {@code test-fixtures/servers/kube.sh}, for as long as a test needs it. */
final class KubeServer implements AutoCloseable {
  private static final Path SCRIPT =
      Path.of("..", "..", "test-fixtures", "servers", "kube.sh").toAbsolutePath().normalize();
  private static final int NOT_HERE = 77;

  private final Path state;

  private KubeServer(Path state) {
    this.state = state;
  }

  /** Starts it, or skips the test with the script's own reason. */
  static KubeServer up(Path state) throws IOException, InterruptedException {
    KubeServer server = new KubeServer(state);
    int code = server.run("up");
    String reason = Files.readString(server.output());
    assumeThat(code).as("kube.sh: %s", reason).isNotEqualTo(NOT_HERE);
    if (code != 0) {
      throw new IllegalStateException("kube.sh ended with " + code + ": " + reason);
    }
    return server;
  }

  Path kubeconfig() {
    return state.resolve("kubeconfig");
  }

  @Override
  public void close() throws IOException {
    try {
      run("down");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path output() {
    return state.resolveSibling("kube.out");
  }

  private int run(String what) throws IOException, InterruptedException {
    // Into a file: a server that inherits a pipe would keep its reader waiting.
    Process process =
        new ProcessBuilder(SCRIPT.toString(), what, state.toString())
            .redirectErrorStream(true)
            .redirectOutput(output().toFile())
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("kube.sh " + what + " did not end");
    }
    return process.exitValue();
  }
}
