package io.github.edgewatt.forecaster.profile;

import io.github.edgewatt.dataset.FunctionRow;

/**
 * What one function alone did at one rate: means over the repeats, NaN where not measured. Costs
 * are of valid repeats alone; success and latencies of all that are not invalid.
 *
 * @param rate requests per second, above 0
 * @param repeats measurements that are not invalid
 * @param overloadedShare share of them in which the node was overloaded, 0 to 1
 * @param cpuPercent CPU of the function in percent of one core
 * @param ramBytes memory of the function in bytes
 * @param powerWatts power attributed to the function in watts
 * @param success succeeded / due, 0 to 1
 * @param meanLatencyMillis mean response time in ms
 * @param latencyP50Millis median response time in ms
 * @param latencyP99Millis 99th percentile in ms
 */
public record RatePoint(
    int rate,
    int repeats,
    double overloadedShare,
    double cpuPercent,
    double ramBytes,
    double powerWatts,
    double success,
    double meanLatencyMillis,
    double latencyP50Millis,
    double latencyP99Millis) {
  private static final double MICRO = 1e-6;

  /** The means of {@code repeats}, at least one. */
  static RatePoint of(int rate, SoloRepeats repeats) {
    SoloRepeats valid = repeats.valid();
    return new RatePoint(
        rate,
        repeats.rows().size(),
        repeats.overloadedShare(),
        valid.mean(FunctionRow::cpuPercent),
        valid.mean(FunctionRow::ramBytes),
        valid.mean(part -> part.powerMicrowatts() * MICRO),
        repeats.mean(FunctionRow::successRate),
        repeats.mean(part -> part.meanLatencyNanos() * MICRO),
        repeats.mean(part -> part.detail().latencyP50Millis()),
        repeats.mean(part -> part.detail().latencyP99Millis()));
  }
}
