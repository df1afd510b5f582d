package io.github.edgewatt.profiler.measure.host;

import io.github.edgewatt.profiler.proc.Proc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A function's CPU and memory from a control group that holds its process and nobody else's: exact,
 * and everything the process ever started is in it. Memory is the working set, usage less inactive
 * file pages, as the kubelet counts it.
 */
final class CgroupSource implements HostSource.FunctionSource {
  private final Proc proc;
  private final long pid;
  private final Proc cpu;
  private final Proc memory;
  private final boolean unified;

  private CgroupSource(Proc proc, long pid, Path cpu, Path memory, boolean unified) {
    this.proc = proc;
    this.pid = pid;
    this.cpu = new Proc(cpu);
    this.memory = new Proc(memory);
    this.unified = unified;
  }

  /**
   * The process's own group under {@code cgroups} ({@code /sys/fs/cgroup}), version 2 first; empty
   * when it shares its group with this process or stands in the root.
   */
  static Optional<HostSource.FunctionSource> find(Proc proc, Path cgroups, long pid, long ownPid) {
    Path unified = own(proc, cgroups, "", pid, ownPid);
    if (unified != null && Files.isReadable(unified.resolve("memory.current"))) {
      return Optional.of(new CgroupSource(proc, pid, unified, unified, true));
    }
    Path cpu = own(proc, cgroups.resolve("cpuacct"), "cpuacct", pid, ownPid);
    Path memory = own(proc, cgroups.resolve("memory"), "memory", pid, ownPid);
    return cpu != null && memory != null
        ? Optional.of(new CgroupSource(proc, pid, cpu, memory, false))
        : Optional.empty();
  }

  private static Path own(Proc proc, Path mount, String controller, long pid, long ownPid) {
    String path = path(proc, controller, pid);
    boolean shared = path.equals("/") || path.equals(path(proc, controller, ownPid));
    if (path.isEmpty() || shared) {
      return null;
    }
    Path group = mount.resolve(path.substring(1)).normalize();
    String use = controller.isEmpty() ? "cpu.stat" : controller + ".";
    boolean known =
        controller.isEmpty()
            ? Files.isReadable(group.resolve(use))
            : Files.isReadable(
                group.resolve(use + (controller.equals("cpuacct") ? "usage" : "stat")));
    return known && group.startsWith(mount) ? group : null;
  }

  /** The line {@code id:controllers:path} of the process, empty where there is none. */
  private static String path(Proc proc, String controller, long pid) {
    for (String line : proc.read(pid + "/cgroup").orElse("").split("\n", -1)) {
      String[] parts = line.split(":", 3);
      if (parts.length == 3 && Arrays.asList(parts[1].split(",", -1)).contains(controller)) {
        return parts[2];
      }
    }
    return "";
  }

  @Override
  public String description() {
    return unified ? "cgroup v2 cpu.stat, working set" : "cgroup v1 cpuacct.usage, working set";
  }

  @Override
  public double cpuSeconds() {
    return unified
        ? value(cpu, "cpu.stat", "usage_usec ").orElse(Double.NaN) * 1e-6
        : value(cpu, "cpuacct.usage", "").orElse(Double.NaN) * 1e-9;
  }

  @Override
  public double memoryBytes() {
    String usage = unified ? "memory.current" : "memory.usage_in_bytes";
    String inactive = unified ? "inactive_file " : "total_inactive_file ";
    double used = value(memory, usage, "").orElse(Double.NaN);
    return Math.max(0, used - value(memory, "memory.stat", inactive).orElse(0));
  }

  @Override
  public int replicas() {
    return proc.stat(pid).filter(stat -> stat.state() != 'Z').isPresent() ? 1 : 0;
  }

  private static OptionalDouble value(Proc group, String file, String prefix) {
    List<String> lines = group.read(file).orElse("").lines().toList();
    return lines.stream()
        .filter(line -> line.startsWith(prefix) && !line.isBlank())
        .mapToDouble(line -> Double.parseDouble(line.substring(prefix.length()).strip()))
        .findFirst();
  }
}
