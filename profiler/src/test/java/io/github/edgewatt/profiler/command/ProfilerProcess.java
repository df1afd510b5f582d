package io.github.edgewatt.profiler.command;

import io.github.edgewatt.profiler.TestRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The profiler as its launcher starts it, with a state folder of its own. */
final class ProfilerProcess implements AutoCloseable {
  private static final long MOST_SECONDS = 90;
  private final Process process;
  private final Path out;
  private final Path err;

  private ProfilerProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts a command line; {@code state} takes what a user's cache folder would. */
  static ProfilerProcess start(Path state, String... arguments) throws IOException {
    Path out = Files.createTempFile(state, "out", ".txt");
    Path err = Files.createTempFile(state, "err", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    if (Runtime.version().feature() >= 22) {
      // What the jar's manifest says for the launcher.
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-Duser.language=de", "-Duser.country=DE"));
    command.add("-Dedgewatt.home=" + TestRuns.home());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    // What starts a build in the background has it ignore Ctrl-C, and all its children too.
    command.addAll(0, List.of("env", "--default-signal=INT"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("XDG_CACHE_HOME", state.toString());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    return new ProfilerProcess(builder.start(), out, err);
  }

  /** Its function processes now. */
  List<ProcessHandle> functions() {
    return process.children().toList();
  }

  List<String> out() throws IOException {
    return Files.readAllLines(out);
  }

  List<String> err() throws IOException {
    return Files.readAllLines(err);
  }

  /** Waits for something while the process runs. */
  void await(String what, BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (!condition.getAsBoolean()) {
      if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        throw new AssertionError(
            "no " + what + "; it said " + out() + " and " + err() + "; alive " + process.isAlive());
      }
    }
  }

  /** Sends a signal by its name. */
  void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  /** {@code kill -9}. */
  void kill() throws Exception {
    process.destroyForcibly().waitFor();
  }

  int waitForEnd() throws Exception {
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end; it said " + out() + " and " + err());
    }
    return process.exitValue();
  }

  /** How often an event stands in a run's journal. */
  static int events(Path run, String event) {
    Path journal = run.resolve("journal.jsonl");
    try {
      if (!Files.exists(journal)) {
        return 0;
      }
      String mark = "\"event\":\"" + event + "\"";
      return (int) Files.readAllLines(journal).stream().filter(l -> l.contains(mark)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
