package io.github.edgewatt.profiler.doctor;

import io.github.edgewatt.profiler.proc.Proc;
import io.github.edgewatt.profiler.proc.ProcStat;
import io.github.edgewatt.profiler.proc.ProcessTree;
import java.util.List;

/**
 * Everything's CPU at one moment.
 *
 * @param processes all processes
 * @param cpuTicks the {@code cpu} line of {@code /proc/stat}, summed over cores; empty if
 *     unreadable
 */
record Activity(List<ProcStat> processes, List<Long> cpuTicks) {

  /** Position of stolen time in the line (proc(5)); guest time after it is in user time already. */
  private static final int STEAL = 7;

  static Activity now(Proc proc) {
    String line = proc.read("stat").orElse("").lines().findFirst().orElse("");
    List<Long> ticks =
        line.startsWith("cpu ")
            ? List.of(line.substring(4).strip().split(" +", -1)).stream()
                .map(Long::parseLong)
                .toList()
            : List.of();
    return new Activity(ProcessTree.snapshot(proc), ticks);
  }

  long stealTicks() {
    return cpuTicks.size() > STEAL ? cpuTicks.get(STEAL) : 0;
  }

  /** All time of all cores. */
  long totalTicks() {
    return cpuTicks.stream().limit(STEAL + 1).mapToLong(Long::longValue).sum();
  }
}
