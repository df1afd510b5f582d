package io.github.edgewatt.profiler.doctor;

import io.github.edgewatt.profiler.proc.ProcStat;
import io.github.edgewatt.profiler.proc.ProcessTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What else is at work on the machine. */
final class LoadChecks {
  /** Container runtimes' one process a container, cut to 15 characters as the kernel does. */
  private static final Set<String> CONTAINER_SHIMS = Set.of("containerd-shim", "conmon");

  /** CPU above which a process counts as competing, percent of one core. */
  private static final double BUSY_PERCENT = 20;

  private LoadChecks() {}

  static Finding loadAverage(Machine machine) {
    String first = machine.procFile("loadavg").strip().split(" ", -1)[0];
    int cores = Math.max(1, CpuChecks.cores(machine));
    if (!first.matches("\\d+(\\.\\d+)?")) {
      return Finding.ok("load average", "not reported");
    }
    double load = Double.parseDouble(first);
    String text = "%.2f over %d cores".formatted(load, cores);
    String advice = "wait a few minutes, or end what is running (top)";
    if (load >= 2 * cores) {
      return Finding.fail("load average", text, advice);
    }
    return load > 0.25 * cores
        ? Finding.warn("load average", text, advice)
        : Finding.ok("load average", text);
  }

  static Finding competing(Machine machine, Activity before, Activity after) {
    long elapsed = after.totalTicks() - before.totalTicks();
    int cores = Math.max(1, CpuChecks.cores(machine));
    Map<Long, ProcStat> earlier = new HashMap<>();
    before.processes().forEach(process -> earlier.put(process.pid(), process));
    Set<Long> own =
        ProcessTree.of(machine.ownPid(), after.processes()).stream()
            .map(ProcStat::pid)
            .collect(Collectors.toSet());
    ProcStat busiest = null;
    double busiestPercent = 0;
    for (ProcStat process : after.processes()) {
      ProcStat was = earlier.get(process.pid());
      if (was != null && !own.contains(process.pid()) && elapsed > 0) {
        double percent = 100.0 * cores * (ticks(process) - ticks(was)) / elapsed;
        if (percent > busiestPercent) {
          busiestPercent = percent;
          busiest = process;
        }
      }
    }
    if (busiest == null || busiestPercent < BUSY_PERCENT) {
      return Finding.ok("other processes", "quiet");
    }
    return Finding.warn(
        "other processes",
        "%s (pid %d) uses %.0f %% of a core"
            .formatted(busiest.command(), busiest.pid(), busiestPercent),
        "end it, or wait for it, before measuring");
  }

  private static long ticks(ProcStat process) {
    return process.userTicks() + process.systemTicks();
  }

  static Finding containers(Activity now) {
    List<ProcStat> shims =
        now.processes().stream()
            .filter(process -> CONTAINER_SHIMS.contains(process.command()))
            .toList();
    return shims.isEmpty()
        ? Finding.ok("containers", "none running")
        : Finding.warn(
            "containers",
            shims.size() + " running: they compete for the cores",
            "stop them while measuring (docker ps, crictl ps)");
  }
}
