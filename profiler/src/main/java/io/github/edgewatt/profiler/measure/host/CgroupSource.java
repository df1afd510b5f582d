package io.github.edgewatt.profiler.measure.host;

import io.github.edgewatt.profiler.proc.Proc;
import io.github.edgewatt.profiler.proc.ProcStat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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
   * when it stands in the root's or in this process's group, or when a stranger is in there too.
   *
   * @param tree the function's processes, its root first
   */
  static Optional<HostSource.FunctionSource> find(
      Proc proc, Path cgroups, List<ProcStat> tree, long ownPid) {
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    long pid = tree.get(0).pid();
    Set<String> pids =
        tree.stream().map(process -> Long.toString(process.pid())).collect(Collectors.toSet());
    UnaryOperator<String> own =
        controller -> {
          String path = path(proc, controller, pid);
          return path.equals(path(proc, controller, ownPid)) ? "" : path;
        };
    Path unified = group(cgroups, own.apply(""), "cpu.stat", pids);
    if (unified != null && Files.isReadable(unified.resolve("memory.current"))) {
      return Optional.of(new CgroupSource(proc, pid, unified, unified, true));
    }
    Path cpu = group(cgroups.resolve("cpuacct"), own.apply("cpuacct"), "cpuacct.usage", pids);
    Path memory = group(cgroups.resolve("memory"), own.apply("memory"), "memory.stat", pids);
    return cpu != null && memory != null
        ? Optional.of(new CgroupSource(proc, pid, cpu, memory, false))
        : Optional.empty();
  }

  private static Path group(Path mount, String path, String file, Set<String> pids) {
    if (path.length() < 2 || !path.startsWith("/")) {
      return null;
    }
    Path group = mount.resolve(path.substring(1)).normalize();
    Optional<String> members = new Proc(group).read("cgroup.procs");
    boolean alone = members.isPresent() && members.get().lines().allMatch(pids::contains);
    return alone && group.startsWith(mount) && Files.isReadable(group.resolve(file)) ? group : null;
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
