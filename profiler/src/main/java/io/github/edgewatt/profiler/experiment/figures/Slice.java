package io.github.edgewatt.profiler.experiment.figures;

/**
 * A slice of the feed.
 *
 * @param fromMs epoch ms of its begin
 * @param toMs of its end, where the next begins
 * @param targetPerSecond images a second asked for; NaN for a burst
 * @param sent images of this slice
 * @param bytes of them
 * @param lagMs how late the feeder was
 */
public record Slice(
    double fromMs, double toMs, double targetPerSecond, double sent, double bytes, double lagMs) {}
