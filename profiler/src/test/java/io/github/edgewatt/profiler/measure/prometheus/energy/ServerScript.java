package io.github.edgewatt.profiler.measure.prometheus.energy;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A real server of {@code test-fixtures/servers}, for as long as a test needs it. */
final class ServerScript implements AutoCloseable {
  private static final int NOT_HERE = 77;

  private final Path script;
  private final Path state;
  private final Map<String, String> told;

  private ServerScript(Path script, Path state, Map<String, String> told) {
    this.script = script;
    this.state = state;
    this.told = Map.copyOf(told);
  }

  /** Starts it, or skips the test with the script's own reason. */
  static ServerScript up(String name, Path state, String... arguments) {
    Path script = Path.of("..", "test-fixtures", "servers", name).toAbsolutePath().normalize();
    List<String> command = new ArrayList<>(List.of(script.toString(), "up", state.toString()));
    command.addAll(List.of(arguments));
    Path out = state.resolveSibling(state.getFileName() + ".out");
    Path error = state.resolveSibling(state.getFileName() + ".err");
    int code = run(command, out, error);
    String reason = text(error);
    assumeThat(code).as("%s: %s", name, reason).isNotEqualTo(NOT_HERE);
    if (code != 0) {
      throw new IllegalStateException(name + " ended with " + code + ": " + reason);
    }
    Map<String, String> told = new TreeMap<>();
    text(out)
        .lines()
        .filter(line -> line.contains("="))
        .forEach(
            line ->
                told.put(
                    line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    return new ServerScript(script, state, told);
  }

  String get(String name) {
    return told.get(name);
  }

  @Override
  public void close() {
    stop();
  }

  /** Ends it; once more does no harm. */
  void stop() {
    Path out = state.resolveSibling(state.getFileName() + ".down");
    run(List.of(script.toString(), "down", state.toString()), out, out);
  }

  private static int run(List<String> command, Path out, Path error) {
    try {
      // Into files: a server that inherits a pipe would keep its reader waiting.
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(error.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " did not end");
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
