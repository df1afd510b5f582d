package io.github.edgewatt.profiler.measure.prometheus;

import java.util.List;
import java.util.Map;

/**
 * All that was read for one window.
 *
 * @param cpu the node's CPU modes
 * @param memory the node's memory gauges
 * @param functions each function's series
 * @param scrapes when the targets were scraped
 */
record WindowSamples(
    List<SampleSeries> cpu,
    NodeMemory memory,
    Map<String, FunctionSamples> functions,
    Scrapes scrapes) {

  /** The node's memory. */
  record NodeMemory(
      List<SampleSeries> total,
      List<SampleSeries> available,
      List<SampleSeries> free,
      List<SampleSeries> cached,
      List<SampleSeries> buffers) {}

  /** One function's containers, all replicas. */
  record FunctionSamples(
      List<SampleSeries> cpu,
      List<SampleSeries> workingSet,
      List<SampleSeries> usage,
      List<SampleSeries> replicas,
      List<SampleSeries> lastSeen) {}
}
