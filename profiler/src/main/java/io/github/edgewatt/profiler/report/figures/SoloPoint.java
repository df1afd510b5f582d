package io.github.edgewatt.profiler.report.figures;

import io.github.edgewatt.dataset.FunctionDetail;
import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;

/**
 * One measurement of one function alone. Absent figures are {@code NaN}.
 *
 * @param id the row's id
 * @param rate asked rate in requests per second
 * @param state whether it counts
 * @param cpuPercent CPU of the function, percent of one core
 * @param nodeIncreasePercent CPU of the node over its idle value, percent of one core
 * @param memoryMegabytes resident memory in MB (10^6 bytes)
 * @param powerWatts power of the function in watts
 * @param powerSource {@code measured}, {@code estimate} or {@code none}
 * @param latencyP50Millis median response time in ms
 * @param latencyP99Millis 99th percentile in ms
 * @param cpuMillisPerRequest CPU time in ms per answered request
 * @param joulesPerRequest energy in joules per answered request
 */
public record SoloPoint(
    String id,
    int rate,
    State state,
    double cpuPercent,
    double nodeIncreasePercent,
    double memoryMegabytes,
    double powerWatts,
    String powerSource,
    double latencyP50Millis,
    double latencyP99Millis,
    double cpuMillisPerRequest,
    double joulesPerRequest) {

  static SoloPoint of(MeasurementRow row) {
    FunctionRow function = row.functions().get(0);
    FunctionDetail detail = function.detail();
    return new SoloPoint(
        row.id(),
        function.rate(),
        State.of(row),
        function.cpuPercent(),
        row.node().cpuPercent() - row.node().cpuIdlePercent(),
        function.ramBytes() / 1e6,
        function.powerMicrowatts() / 1e6,
        row.node().detail().powerSource(),
        detail.latencyP50Millis(),
        detail.latencyP99Millis(),
        detail.cpuMillisPerRequest(),
        detail.joulesPerRequest());
  }
}
