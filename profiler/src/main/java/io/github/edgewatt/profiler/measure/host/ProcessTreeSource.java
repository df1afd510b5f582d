package io.github.edgewatt.profiler.measure.host;

import io.github.edgewatt.profiler.proc.Proc;
import io.github.edgewatt.profiler.proc.ProcStat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A function's CPU and memory over its process tree. CPU = the clocks of the processes that live +
 * what the kernel booked to their parents for children that ended ({@code cutime + cstime}). A
 * process that went without being booked, because nobody waited for it, keeps its last reading, so
 * the sum never goes back.
 */
final class ProcessTreeSource implements HostSource.FunctionSource {
  private final Proc proc;
  private final ProcessCpuClock clock;
  private final ProcessTable table;
  private final long pageBytes;
  private final Map<Long, Long> rootStarts = new LinkedHashMap<>();
  private final Map<Long, Double> clocks = new LinkedHashMap<>();
  private double endedSeconds;
  private double unbookedSeconds;
  private int tableVersion = -1;
  private int replicas;

  ProcessTreeSource(
      Proc proc, ProcessCpuClock clock, ProcessTable table, long pageBytes, List<Long> roots) {
    this.proc = proc;
    this.clock = clock;
    this.table = table;
    this.pageBytes = pageBytes;
    for (long root : roots) {
      // The start time tells a root from a stranger that got its pid later.
      rootStarts.put(root, proc.stat(root).map(ProcStat::startTicks).orElse(-1L));
    }
  }

  @Override
  public String description() {
    return "process tree, " + clock.description() + ", RSS";
  }

  @Override
  public double cpuSeconds() {
    readClocks();
    int version = table.version();
    if (version != tableVersion) {
      tableVersion = version;
      adopt();
    }
    double live = 0;
    for (double seconds : clocks.values()) {
      live += seconds;
    }
    return live + endedSeconds + unbookedSeconds;
  }

  private void readClocks() {
    for (Map.Entry<Long, Double> entry : clocks.entrySet()) {
      double seconds = clock.seconds(entry.getKey());
      if (Double.isNaN(seconds)) {
        table.distrust();
      } else {
        entry.setValue(Math.max(seconds, entry.getValue()));
      }
    }
  }

  /** Takes in the processes that came and books those that went. */
  private void adopt() {
    List<ProcStat> tree = new ArrayList<>();
    replicas = 0;
    for (Map.Entry<Long, Long> root : rootStarts.entrySet()) {
      List<ProcStat> branch = table.tree(root.getKey());
      if (!branch.isEmpty()
          && branch.get(0).startTicks() == root.getValue()
          && branch.get(0).state() != 'Z') {
        replicas++;
        tree.addAll(branch);
      }
    }
    Map<Long, Double> gone = new HashMap<>(clocks);
    double ended = 0;
    for (ProcStat process : tree) {
      ended += process.endedChildrenSeconds();
      gone.remove(process.pid());
      if (!clocks.containsKey(process.pid())) {
        double seconds = clock.seconds(process.pid());
        clocks.put(process.pid(), Double.isNaN(seconds) ? process.ownSeconds() : seconds);
      }
    }
    double lost = gone.values().stream().mapToDouble(Double::doubleValue).sum();
    clocks.keySet().removeAll(gone.keySet());
    // What went is either booked to a parent now, or carried on here. A parent that went takes its
    // own bookings along, so these are carried on too.
    unbookedSeconds += Math.max(0, lost + endedSeconds - ended);
    endedSeconds = ended;
  }

  @Override
  public double memoryBytes() {
    double pages = 0;
    for (long pid : clocks.keySet()) {
      pages += proc.read(pid + "/statm").map(ProcessTreeSource::residentPages).orElse(0L);
    }
    return pages * pageBytes;
  }

  private static long residentPages(String statm) {
    String[] words = statm.strip().split(" ", 3);
    return words.length < 2 ? 0 : Long.parseLong(words[1]);
  }

  @Override
  public int replicas() {
    return replicas;
  }
}
