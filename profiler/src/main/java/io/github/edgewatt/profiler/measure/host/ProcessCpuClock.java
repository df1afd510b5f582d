package io.github.edgewatt.profiler.measure.host;

/** CPU time of a process, ended threads included, its children not. */
interface ProcessCpuClock {

  /** Seconds since the process started; NaN when it is gone. */
  double seconds(long pid);

  /** What is read and how fine it is. */
  String description();
}
