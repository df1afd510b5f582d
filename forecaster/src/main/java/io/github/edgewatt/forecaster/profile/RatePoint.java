package io.github.edgewatt.forecaster.profile;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import java.util.List;
import java.util.function.ToDoubleFunction;

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

  /**
   * The means of {@code rows}.
   *
   * @param rows at least one, all of one function alone at {@code rate}, none invalid
   */
  static RatePoint of(int rate, List<MeasurementRow> rows) {
    List<MeasurementRow> valid = rows.stream().filter(row -> row.verdict().isValid()).toList();
    return new RatePoint(
        rate,
        rows.size(),
        rows.stream().mapToDouble(row -> row.node().overloaded() ? 1 : 0).average().orElse(0),
        mean(valid, FunctionRow::cpuPercent),
        mean(valid, FunctionRow::ramBytes),
        mean(valid, part -> part.powerMicrowatts() * MICRO),
        mean(rows, FunctionRow::successRate),
        mean(rows, part -> part.meanLatencyNanos() * MICRO),
        mean(rows, part -> part.detail().latencyP50Millis()),
        mean(rows, part -> part.detail().latencyP99Millis()));
  }

  private static double mean(List<MeasurementRow> rows, ToDoubleFunction<FunctionRow> figure) {
    return rows.stream()
        .mapToDouble(row -> figure.applyAsDouble(row.functions().get(0)))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }
}
