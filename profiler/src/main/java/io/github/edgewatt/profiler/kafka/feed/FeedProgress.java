package io.github.edgewatt.profiler.kafka.feed;

/**
 * How far a feed is.
 *
 * @param slice this one's number, from 0
 * @param slices of how many; 0 where nobody knows
 * @param share of the whole that is done, 0 to 1
 * @param elapsedSeconds since the first image was due
 * @param fraction of the highest load; NaN for a burst
 * @param targetMbps asked, decimal megabytes per second; NaN for a burst
 * @param achievedMbps what left in the slice so far
 * @param imagesPerSecond that left in the slice so far
 * @param maxLagMillis longest delay in the slice; NaN where not known yet
 * @param p99LagMillis of the slice; NaN where not known yet
 * @param waiting images on their way
 * @param failed images given up, of the whole feed
 */
public record FeedProgress(
    int slice,
    int slices,
    double share,
    double elapsedSeconds,
    double fraction,
    double targetMbps,
    double achievedMbps,
    double imagesPerSecond,
    double maxLagMillis,
    double p99LagMillis,
    long waiting,
    long failed) {}
