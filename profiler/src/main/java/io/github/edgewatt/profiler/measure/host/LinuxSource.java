package io.github.edgewatt.profiler.measure.host;

import io.github.edgewatt.profiler.proc.Proc;
import io.github.edgewatt.profiler.proc.ProcStat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Linux's own files. A node's busy time is what its idle time leaves, as node-exporter's users
 * compute it too: the kernel keeps idle time exact on tickless cores but only <em>samples</em> user
 * and system time at its tick, which misses half of a load that starts on timers.
 */
final class LinuxSource implements HostSource {
  private static final int IDLE = 3;
  private static final int IOWAIT = 4;
  private static final int STEAL = 7;

  private final Proc proc;
  private final Path cgroups;
  private final long ownPid;
  private final ProcessCpuClock clock;
  private final ProcessTable table;
  private final int cores;
  private final long pageBytes;
  private double idleSeconds;
  private double stealSeconds;

  LinuxSource(Proc proc, Path cgroups, long ownPid, ProcessCpuClock clock, LongSupplier nanos) {
    this.proc = proc;
    this.cgroups = cgroups;
    this.ownPid = ownPid;
    this.clock = clock;
    this.table = new ProcessTable(proc, nanos);
    this.cores = (int) statLines().stream().filter(line -> line.matches("cpu\\d+ .*")).count();
    this.pageBytes = PageSize.of(proc);
  }

  static LinuxSource ofThisMachine() {
    Proc proc = Proc.ofThisMachine();
    return new LinuxSource(
        proc,
        Path.of("/sys/fs/cgroup"),
        ProcessHandle.current().pid(),
        PosixCpuClock.open().orElse(new TickCpuClock(proc)),
        System::nanoTime);
  }

  @Override
  public String description() {
    return "host: node CPU = cores x time - idle - iowait - steal of /proc/stat (10 ms), own CPU "
        + clock.description()
        + ", memory /proc/meminfo";
  }

  @Override
  public int cores() {
    return cores;
  }

  @Override
  public long memoryBytes() {
    return MemInfo.parse(proc.read("meminfo").orElse("")).totalBytes();
  }

  @Override
  public NodeTimes times() {
    for (String line : statLines()) {
      if (line.startsWith("cpu ")) {
        String[] ticks = line.substring(4).strip().split(" +", -1);
        // The kernel lets iowait go back a little, which must not look like a counter's reset.
        idleSeconds = Math.max(idleSeconds, seconds(ticks, IDLE) + seconds(ticks, IOWAIT));
        stealSeconds = Math.max(stealSeconds, seconds(ticks, STEAL));
      } else if (line.startsWith("processes ")) {
        table.noteForks(Long.parseLong(line.substring("processes ".length()).strip()));
      }
    }
    return new NodeTimes(idleSeconds, stealSeconds);
  }

  private List<String> statLines() {
    return proc.read("stat").orElse("").lines().toList();
  }

  private static double seconds(String[] ticks, int index) {
    return index < ticks.length
        ? (double) Long.parseLong(ticks[index]) / ProcStat.TICKS_PER_SECOND
        : 0;
  }

  @Override
  public MemoryUse memory() {
    MemInfo info = MemInfo.parse(proc.read("meminfo").orElse(""));
    return new MemoryUse(info.usedBytes(), info.upstreamPercent());
  }

  @Override
  public double ownCpuSeconds() {
    return clock.seconds(ownPid);
  }

  @Override
  public FunctionSource function(List<Long> rootPids) {
    table.refresh();
    List<FunctionSource> groups = new ArrayList<>();
    for (long pid : rootPids) {
      Optional<FunctionSource> group = CgroupSource.find(proc, cgroups, table.tree(pid), ownPid);
      group.ifPresent(groups::add);
    }
    if (groups.size() == rootPids.size()) {
      return new SummedSource(groups);
    }
    return new ProcessTreeSource(proc, clock, table, pageBytes, rootPids);
  }
}
