package io.github.edgewatt.profiler.measure.host;

import java.util.List;

/** Where a host's figures come from: Linux's own files, or OSHI on other systems. */
interface HostSource {

  /** What is read, in one line. */
  String description();

  int cores();

  long memoryBytes();

  NodeTimes times();

  MemoryUse memory();

  /** CPU of this process in seconds since its start. */
  double ownCpuSeconds();

  /** A reader for a function whose replicas have these root processes. */
  FunctionSource function(List<Long> rootPids);

  /**
   * Time the cores did not work, since boot; neither ever goes back.
   *
   * @param idleSeconds idle and waiting for a disk, summed over cores
   * @param stealSeconds taken by the hypervisor, summed over cores
   */
  record NodeTimes(double idleSeconds, double stealSeconds) {}

  /**
   * Memory in use.
   *
   * @param usedBytes total - available
   * @param upstreamPercent (total - free - cached - buffers) / total, in percent
   */
  record MemoryUse(double usedBytes, double upstreamPercent) {}

  /** One function's counters; NaN where they cannot be read now. */
  interface FunctionSource {

    /** What is read, in a few words. */
    String description();

    /** CPU of all replicas in seconds since some fixed point; never goes back. */
    double cpuSeconds();

    double memoryBytes();

    /** Replicas whose root process lives. */
    int replicas();
  }
}
