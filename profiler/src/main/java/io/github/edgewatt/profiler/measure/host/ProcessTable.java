package io.github.edgewatt.profiler.measure.host;

import io.github.edgewatt.profiler.proc.Proc;
import io.github.edgewatt.profiler.proc.ProcStat;
import io.github.edgewatt.profiler.proc.ProcessTree;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * All processes, read again only after the kernel's count of forks moved or somebody missed a
 * process, and at most once a second: walking {@code /proc} costs more than all other reading
 * together.
 */
final class ProcessTable {
  private static final long MIN_AGE_NANOS = 1_000_000_000L;

  private final Proc proc;
  private final LongSupplier nanos;
  private List<ProcStat> processes = List.of();
  private long forks = Long.MIN_VALUE;
  private long seenForks = Long.MIN_VALUE;
  private long readNanos;
  private int version;

  ProcessTable(Proc proc, LongSupplier nanos) {
    this.proc = proc;
    this.nanos = nanos;
  }

  /** Tells the {@code processes} line of {@code /proc/stat}: forks since boot. */
  void noteForks(long count) {
    forks = count;
  }

  /** Asks for a new look, because a known process has gone. */
  void distrust() {
    seenForks = Long.MIN_VALUE;
  }

  /** Looks now, whatever the age. */
  void refresh() {
    seenForks = forks;
    readNanos = nanos.getAsLong();
    processes = ProcessTree.snapshot(proc);
    version++;
  }

  /** Grows with each look; a look is taken here when one is due. */
  int version() {
    if (seenForks != forks && nanos.getAsLong() - readNanos >= MIN_AGE_NANOS) {
      refresh();
    }
    return version;
  }

  List<ProcStat> tree(long root) {
    return ProcessTree.of(root, processes);
  }
}
