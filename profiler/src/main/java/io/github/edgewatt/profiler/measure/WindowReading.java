package io.github.edgewatt.profiler.measure;

import java.util.Map;

/**
 * Usage over a window. Absent figures are {@code NaN}.
 *
 * @param seconds the window's length
 * @param nodeCpuPercent node CPU without the generator's, percent of one core
 * @param generatorCpuPercent CPU of this process, percent of one core; 0 where it runs elsewhere
 * @param nodeMemoryBytes time-weighted mean of memory in use (total - available)
 * @param nodeMemoryPercent time-weighted mean of upstream's memory percentage: total - free -
 *     cached - buffers over total, in percent
 * @param nodeEnergyJoules energy over the window
 * @param powerSource {@code measured}, {@code estimate} or {@code none}
 * @param functions usage per function name
 * @param samples samples in the window, its interpolated ends included
 * @param largestGapMillis longest time between neighbouring samples
 * @param problem why the reading cannot be trusted, or empty
 */
public record WindowReading(
    double seconds,
    double nodeCpuPercent,
    double generatorCpuPercent,
    double nodeMemoryBytes,
    double nodeMemoryPercent,
    double nodeEnergyJoules,
    String powerSource,
    Map<String, FunctionUsage> functions,
    int samples,
    double largestGapMillis,
    String problem) {
  public WindowReading {
    functions = Map.copyOf(functions);
  }

  /** Mean power of the node in watts, NaN without a meter. */
  public double nodePowerWatts() {
    return nodeEnergyJoules / seconds;
  }

  /**
   * One function's usage, all replicas.
   *
   * @param cpuSeconds CPU time over the window
   * @param memoryBytes time-weighted mean of resident memory
   * @param replicas replicas at the window's end
   * @param replicasMax most replicas seen
   */
  public record FunctionUsage(
      double cpuSeconds, double memoryBytes, int replicas, int replicasMax) {}
}
