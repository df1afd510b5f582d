package io.github.edgewatt.profiler.measure;

import java.util.List;
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
 * @param sampleIntervalMillis how often the counters are read: the scrape interval of a Prometheus
 * @param notes what a reader should know of the figures and that does not spoil them
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
    double sampleIntervalMillis,
    List<String> notes,
    String problem) {
  public WindowReading {
    functions = Map.copyOf(functions);
    notes = List.copyOf(notes);
  }

  /** Mean power of the node in watts, NaN without a meter. */
  public double nodePowerWatts() {
    return nodeEnergyJoules / seconds;
  }

  /**
   * One function's usage, all replicas. Absent figures are NaN.
   *
   * @param cpuSeconds CPU time over the window
   * @param memoryBytes time-weighted mean of memory as upstream counts it: resident memory on this
   *     machine, the first replica's usage with page cache in a cluster
   * @param workingSetBytes time-weighted mean of the memory all replicas need: the sum of working
   *     sets in a cluster, resident memory on this machine
   * @param replicas replicas at the window's end
   * @param replicasMean time-weighted mean of replicas
   * @param replicasMax most replicas seen
   * @param meterJoules what the power meter itself counts for the function's processes
   */
  public record FunctionUsage(
      double cpuSeconds,
      double memoryBytes,
      double workingSetBytes,
      int replicas,
      double replicasMean,
      int replicasMax,
      double meterJoules) {

    /** Nothing is known. */
    public static FunctionUsage absent() {
      double none = Double.NaN;
      return new FunctionUsage(none, none, none, 0, none, 0, none);
    }
  }
}
