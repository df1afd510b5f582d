package io.github.edgewatt.profiler.platform.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A function's process, its address and its output. */
final class ChildProcess {
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final long OUTPUT_LIMIT = 1 << 20;
  private static final long OUTPUT_END_MILLIS = 500;

  private final String function;
  private final Process process;
  private final URI address;
  private final OutputLog output;
  private final Thread pump;

  private ChildProcess(String function, Process process, URI address, OutputLog output) {
    this.function = function;
    this.process = process;
    this.address = address;
    this.output = output;
    this.pump = new Thread(output, "output-of-" + function);
    this.pump.setDaemon(true);
    this.pump.start();
  }

  static ChildProcess start(
      LocalRuntime runtime, String function, int port, String runId, Path logFolder)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      // In a session of its own, so that Ctrl-C reaches the profiler alone and it decides.
      command.add(SETSID.toString());
    }
    command.addAll(runtime.command(port));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    // Flags from the user's shell would change what is measured.
    environment.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    environment.put(LocalRuntime.FUNCTION_VARIABLE, function);
    environment.put(LocalRuntime.RUN_VARIABLE, runId);
    Process process = builder.start();
    process.getOutputStream().close();
    return new ChildProcess(
        function,
        process,
        URI.create("http://" + FreePorts.HOST + ":" + port),
        new OutputLog(
            process.getInputStream(), logFolder.resolve(function + ".log"), OUTPUT_LIMIT));
  }

  String function() {
    return function;
  }

  URI address() {
    return address;
  }

  long pid() {
    return process.pid();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end, at most so long. */
  boolean endsWithin(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** Exit code, 128 + n after signal n; only of a process that ended. */
  int exitCode() {
    return process.exitValue();
  }

  /** The end of a message: what the process said last, and where the rest stands. */
  String lastWords() throws InterruptedException {
    if (!process.isAlive()) {
      pump.join(OUTPUT_END_MILLIS);
    }
    String line = output.lastLine();
    return line.isEmpty() ? "it said nothing" : "its last line: " + line;
  }

  boolean foundPortTaken() throws InterruptedException {
    if (!process.isAlive()) {
      pump.join(OUTPUT_END_MILLIS);
    }
    return output.addressInUse();
  }
}
