package io.github.edgewatt.profiler.experiment.figures;

/**
 * A slice of the feed.
 *
 * @param timeMs epoch ms of its end
 * @param targetPerSecond images a second asked for; NaN for a burst
 * @param sent images of this slice
 * @param bytes of them
 * @param lagMs how late the feeder was
 */
public record Slice(
    double timeMs, double targetPerSecond, double sent, double bytes, double lagMs) {}
