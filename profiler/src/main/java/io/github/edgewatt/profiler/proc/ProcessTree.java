package io.github.edgewatt.profiler.proc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who descends from whom. */
public final class ProcessTree {
  private ProcessTree() {}

  /** {@code root} and all that descend from it, parents first; empty when the root is gone. */
  public static List<ProcStat> of(long root, List<ProcStat> all) {
    Map<Long, List<ProcStat>> children = new HashMap<>();
    List<ProcStat> tree = new ArrayList<>();
    for (ProcStat process : all) {
      children.computeIfAbsent(process.parentPid(), pid -> new ArrayList<>()).add(process);
      if (process.pid() == root) {
        tree.add(process);
      }
    }
    // The list grows while it is walked; a process has one parent, so it comes in once.
    for (int i = 0; i < tree.size(); i++) {
      tree.addAll(children.getOrDefault(tree.get(i).pid(), List.of()));
    }
    return tree;
  }

  /** Every process there is now. */
  public static List<ProcStat> snapshot(Proc proc) {
    List<ProcStat> all = new ArrayList<>();
    for (long pid : proc.pids()) {
      proc.stat(pid).ifPresent(all::add);
    }
    return all;
  }
}
