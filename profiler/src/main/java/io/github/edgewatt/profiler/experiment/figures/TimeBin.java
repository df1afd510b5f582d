package io.github.edgewatt.profiler.experiment.figures;

/**
 * A part of a measurement's time.
 *
 * @param second of its middle, from the feed's start
 * @param answeredPerSecond results a second
 * @param p50Ms median of the results' latency; NaN without results
 * @param p99Ms 99th percentile
 * @param waiting images sent and not answered at its end
 */
public record TimeBin(
    double second, double answeredPerSecond, double p50Ms, double p99Ms, double waiting) {}
