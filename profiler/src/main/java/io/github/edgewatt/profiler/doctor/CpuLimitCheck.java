package io.github.edgewatt.profiler.doctor;

import java.nio.file.Path;
import java.util.Optional;

/** Whether a control group holds this process, and so its functions, below the machine's cores. */
final class CpuLimitCheck {
  private CpuLimitCheck() {}

  static Finding examine(Machine machine) {
    int cores = CpuChecks.cores(machine);
    double limit = cores;
    for (String line : machine.procFile("self/cgroup").split("\n", -1)) {
      String[] parts = line.split(":", 3);
      if (parts.length == 3 && parts[2].startsWith("/")) {
        if (parts[1].isEmpty()) {
          limit = Math.min(limit, unified(machine, parts[2]));
        } else if (("," + parts[1] + ",").contains(",cpu,")) {
          limit = Math.min(limit, version1(machine, parts[2]));
        }
      }
    }
    int allowed = allowedCores(machine, cores);
    String advice = "lift the limit (docker --cpus, systemd CPUQuota, taskset) for the run";
    if (allowed < cores) {
      return Finding.warn(
          "CPU limit",
          "%d of %d cores: the rest may not be used".formatted(allowed, cores),
          advice);
    }
    return limit < cores
        ? Finding.warn(
            "CPU limit",
            "%.2f of %d cores: throttling shows as latency".formatted(limit, cores),
            advice)
        : Finding.ok("CPU limit", "none");
  }

  /** A limit holds for all below it, so the tightest up to the root counts. */
  private static double unified(Machine machine, String path) {
    double limit = Double.MAX_VALUE;
    for (Path group = Path.of(path); group != null; group = group.getParent()) {
      Optional<String> max = machine.sysFile("fs/cgroup" + slash(group) + "cpu.max");
      String[] words = max.orElse("max").split(" ", -1);
      if (words.length == 2 && words[0].matches("\\d+") && words[1].matches("[1-9]\\d*")) {
        limit = Math.min(limit, Double.parseDouble(words[0]) / Double.parseDouble(words[1]));
      }
    }
    return limit;
  }

  private static double version1(Machine machine, String path) {
    double limit = Double.MAX_VALUE;
    for (Path group = Path.of(path); group != null; group = group.getParent()) {
      String folder = "fs/cgroup/cpu" + slash(group);
      String quota = machine.sysFile(folder + "cpu.cfs_quota_us").orElse("-1");
      String period = machine.sysFile(folder + "cpu.cfs_period_us").orElse("");
      if (quota.matches("[1-9]\\d*") && period.matches("[1-9]\\d*")) {
        limit = Math.min(limit, Double.parseDouble(quota) / Double.parseDouble(period));
      }
    }
    return limit;
  }

  private static String slash(Path group) {
    String text = group.toString();
    return text.endsWith("/") ? text : text + "/";
  }

  /** Counts {@code Cpus_allowed_list: 0-3,8}. */
  private static int allowedCores(Machine machine, int cores) {
    String prefix = "Cpus_allowed_list:";
    String list =
        machine
            .procFile("self/status")
            .lines()
            .filter(line -> line.startsWith(prefix))
            .map(line -> line.substring(prefix.length()).strip())
            .findFirst()
            .orElse("");
    if (!list.matches("\\d{1,6}(-\\d{1,6})?(,\\d{1,6}(-\\d{1,6})?)*")) {
      return cores;
    }
    int allowed = 0;
    for (String range : list.split(",", -1)) {
      String[] ends = range.split("-", -1);
      allowed += Integer.parseInt(ends[ends.length - 1]) - Integer.parseInt(ends[0]) + 1;
    }
    return Math.min(allowed, cores);
  }
}
