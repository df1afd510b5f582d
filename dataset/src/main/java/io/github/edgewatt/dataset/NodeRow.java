package io.github.edgewatt.dataset;

/**
 * The node's part of a measurement. The first ten fields are upstream's columns, in its units;
 * {@code detail} is ours. Absent figures are {@code NaN}. CPU and power are without the load
 * generator's share on a platform where it runs on the node itself.
 *
 * @param cpuIdlePercent CPU after the rest, before the load, in percent of one core
 * @param cpuPercent CPU over the window in percent of one core
 * @param ramIdleBytes memory in use before the load, bytes
 * @param ramBytes memory in use over the window, bytes
 * @param ramIdlePercent memory in use before the load, percent of all
 * @param ramPercent memory in use over the window, percent of all
 * @param powerIdleMicrowatts power before the load, microwatts
 * @param powerMicrowatts power over the window, microwatts
 * @param restSeconds how long the node rested before, whole seconds
 * @param overloaded whether upstream's node rule fired
 * @param detail what upstream does not record
 */
public record NodeRow(
    double cpuIdlePercent,
    double cpuPercent,
    double ramIdleBytes,
    double ramBytes,
    double ramIdlePercent,
    double ramPercent,
    double powerIdleMicrowatts,
    double powerMicrowatts,
    int restSeconds,
    boolean overloaded,
    NodeDetail detail) {}
