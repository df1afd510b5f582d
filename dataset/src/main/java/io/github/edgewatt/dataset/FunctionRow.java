package io.github.edgewatt.dataset;

/**
 * One function's part of a measurement. The first nine fields are upstream's columns, in its units;
 * {@code detail} is ours. Absent figures are {@code NaN}.
 *
 * @param function the function's name
 * @param rate asked rate in requests per second
 * @param successRate succeeded / due requests, 0 to 1; 1 where none was due
 * @param cpuPercent CPU in percent of one core, all replicas
 * @param ramBytes memory in bytes as upstream counts it, time-weighted mean over the window:
 *     resident memory on the local platform, the first replica's usage with page cache in a cluster
 * @param powerMicrowatts power in microwatts
 * @param replicas replicas at the window's end
 * @param overloaded whether upstream's function rule fired
 * @param meanLatencyNanos mean response time in nanoseconds, from the intended send time; 0 where
 *     no request was due
 * @param detail what upstream does not record
 */
public record FunctionRow(
    String function,
    int rate,
    double successRate,
    double cpuPercent,
    double ramBytes,
    double powerMicrowatts,
    int replicas,
    boolean overloaded,
    double meanLatencyNanos,
    FunctionDetail detail) {}
