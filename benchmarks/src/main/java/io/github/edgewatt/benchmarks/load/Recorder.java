package io.github.edgewatt.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The {@link ArrivalRecorder} process, from outside. */
final class Recorder implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final Writer commands;
  private final int port;

  /** Starts it on a core. */
  Recorder(int core) throws IOException {
    process =
        new ProcessBuilder(
                Commands.pinned(core, Commands.java(List.of(), ArrivalRecorder.class, List.of())))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    answers = process.inputReader(StandardCharsets.US_ASCII);
    commands = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII);
    port = Integer.parseInt(answers.readLine());
  }

  String address() {
    return "http://127.0.0.1:" + port + "/";
  }

  void reset() throws IOException {
    ask("reset");
  }

  long count() throws IOException {
    return Long.parseLong(ask("count"));
  }

  /** When the first request arrived, 0 if none has. */
  long firstNanos() throws IOException {
    return Long.parseLong(ask("first"));
  }

  /** Arrivals from one time until before another. */
  long[] times(long fromNanos, long toNanos) throws IOException {
    String line = ask("times " + fromNanos + " " + toNanos).strip();
    return line.isEmpty()
        ? new long[0]
        : Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
  }

  private String ask(String command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the arrival recorder has ended");
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    commands.write("exit\n");
    commands.close();
    process.destroy();
  }
}
