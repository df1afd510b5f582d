package io.github.edgewatt.dataset;

import java.util.List;

/**
 * How the node was watched, and why it counts as overloaded.
 *
 * @param windowSeconds length of the window the counters were read over
 * @param generatorCpuPercent CPU of the load generator and the profiler in percent of one core;
 *     left out of {@link NodeRow#cpuPercent}
 * @param energyJoules energy of the node over the window
 * @param powerSource {@code measured}, {@code estimate} or {@code none}
 * @param meter name of the power meter, or {@code none}
 * @param samples counter samples in and around the window
 * @param largestGapMillis longest time between two neighbouring samples in ms
 * @param maxPauseMillis longest pause of the generator's process seen in the window in ms
 * @param restTimedOut whether the rest ended by its time limit
 * @param overloadReasons why the node or a function counts as overloaded; empty where neither does
 * @param sampleIntervalMillis how often the counters were read, in ms: the slowest scrape interval
 *     of a Prometheus
 */
public record NodeDetail(
    double windowSeconds,
    double generatorCpuPercent,
    double energyJoules,
    String powerSource,
    String meter,
    int samples,
    double largestGapMillis,
    double maxPauseMillis,
    boolean restTimedOut,
    List<String> overloadReasons,
    double sampleIntervalMillis) {
  public NodeDetail {
    overloadReasons = List.copyOf(overloadReasons);
  }
}
