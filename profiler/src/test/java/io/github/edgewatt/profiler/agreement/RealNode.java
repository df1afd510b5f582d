package io.github.edgewatt.profiler.agreement;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.edgewatt.profiler.TestRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A node brought up by {@code test-fixtures/servers/node.sh}, and taken down again. */
final class RealNode implements AutoCloseable {
  private static final int NOT_HERE = 77;
  private static final long MOST_SECONDS = 60;

  private final Path state;
  private final Map<String, String> variables;

  private RealNode(Path state, Map<String, String> variables) {
    this.state = state;
    this.variables = Map.copyOf(variables);
  }

  /** Skips the test, with the script's reason, where the servers cannot be had. */
  static RealNode up(Path state, String... options) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("up", state.toString()));
    words.addAll(List.of(options));
    Path told = Files.createTempFile(state, "told", ".txt");
    int status = script(words, told);
    String said = Files.readString(told);
    assumeTrue(status != NOT_HERE, said);
    if (status != 0) {
      throw new IllegalStateException("node.sh ended with " + status + ": " + said);
    }
    Map<String, String> variables = new HashMap<>();
    for (String line : Files.readAllLines(state.resolve("node.env"))) {
      String[] parts = line.replaceFirst("^export ", "").split("=", 2);
      variables.put(parts[0], parts[1]);
    }
    return new RealNode(state, variables);
  }

  private static int script(List<String> words, Path told)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(TestRuns.home().resolve("test-fixtures/servers/node.sh").toString());
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(told.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroy();
      throw new IllegalStateException("node.sh is not done: " + Files.readString(told));
    }
    return process.exitValue();
  }

  /** A variable of node.env. */
  String variable(String name) {
    return variables.get(name);
  }

  /** The processes of a function, by its control group. */
  static List<Long> processes(String function) {
    try {
      for (String mount : List.of("/sys/fs/cgroup/cpuacct", "/sys/fs/cgroup")) {
        Path members = Path.of(mount, "openfaas-fn", function, "cgroup.procs");
        if (Files.exists(members)) {
          return Files.readAllLines(members).stream().map(Long::valueOf).toList();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException(function + " has no control group");
  }

  @Override
  public void close() {
    try {
      script(List.of("down", state.toString()), Files.createTempFile(state, "told", ".txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
