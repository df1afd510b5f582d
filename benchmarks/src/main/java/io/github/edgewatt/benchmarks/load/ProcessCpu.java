package io.github.edgewatt.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CPU time of a process, all its threads, user and system, from {@code /proc/<pid>/stat}. */
final class ProcessCpu {
  /** USER_HZ, which Linux fixes at 100 for all its files. */
  private static final double TICKS_PER_SECOND = 100;

  private ProcessCpu() {}

  static double seconds(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    // fields after the command, which may hold blanks and is closed by the last parenthesis
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) / TICKS_PER_SECOND;
  }
}
