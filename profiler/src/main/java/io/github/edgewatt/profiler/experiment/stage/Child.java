package io.github.edgewatt.profiler.experiment.stage;

import io.github.edgewatt.profiler.platform.local.Termination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A child process whose output goes to a file: a pipe would be held open by what it starts in its
 * turn.
 */
public final class Child {
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration GRACE = Duration.ofSeconds(15);

  private final String name;
  private final Path log;
  private final Process process;

  private Child(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts it in a session of its own, so that Ctrl-C reaches the experiment alone.
   *
   * @param environment is added to this process's, without what would change a JVM's flags
   */
  public static Child start(
      String name, List<String> command, Map<String, String> environment, Path log)
      throws StageException {
    List<String> words = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      words.add(SETSID.toString());
    }
    words.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    builder.environment().putAll(environment);
    try {
      Files.createDirectories(log.getParent());
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      Process process = builder.start();
      process.getOutputStream().close();
      return new Child(name, log, process);
    } catch (IOException e) {
      throw new StageException(name + " cannot be started: " + e.getMessage());
    }
  }

  public long pid() {
    return process.pid();
  }

  public Path log() {
    return log;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Exit code, 128 + n after signal n; only of a process that ended. */
  public int exit() {
    return process.exitValue();
  }

  /**
   * Waits for its end.
   *
   * @return false when it still runs after so long
   */
  public boolean await(Duration most, Stop stop) throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
      stop.check();
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
    }
    return true;
  }

  /** What happened to it, with its last words, as an exception to throw. */
  public StageException fault(String what) {
    return StageException.of(name, what, log);
  }

  /** Ends it and what descends from it: asks, waits 15 s, kills. */
  public void end() {
    Termination.end(List.of(process.toHandle()), GRACE);
  }

  /** Ends several together; one grace for all. */
  public static void end(List<Child> children) {
    Termination.end(children.stream().map(child -> child.process.toHandle()).toList(), GRACE);
  }
}
