package io.github.edgewatt.profiler.measure.host;

import io.github.edgewatt.profiler.proc.Proc;
import io.github.edgewatt.profiler.proc.ProcStat;

/** CPU from {@code /proc/<pid>/stat}, in steps of 10 ms. */
record TickCpuClock(Proc proc) implements ProcessCpuClock {

  @Override
  public double seconds(long pid) {
    return proc.stat(pid).map(ProcStat::ownSeconds).orElse(Double.NaN);
  }

  @Override
  public String description() {
    return "/proc/<pid>/stat (10 ms)";
  }
}
