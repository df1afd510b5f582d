package io.github.edgewatt.forecaster.cluster;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.Verdict;

/**
 * One measurement of a function alone. {@code NaN} where a figure is absent.
 *
 * @param rate asked rate in requests per second, above 0
 * @param success succeeded / due, 0 to 1
 * @param cpuPercent CPU of the function in percent of one core
 * @param ramBytes memory of the function in bytes
 * @param powerMicrowatts power of the function in microwatts
 * @param overloaded 1 where the function's overload rule fired, else 0
 * @param latencyNanos mean latency in nanoseconds
 */
public record Sample(
    int rate,
    double success,
    double cpuPercent,
    double ramBytes,
    double powerMicrowatts,
    double overloaded,
    double latencyNanos) {

  /** A solo row's figures; of an overload-only row success and overload alone. */
  static Sample of(MeasurementRow row) {
    FunctionRow f = row.functions().get(0);
    double overloaded = f.overloaded() ? 1 : 0;
    if (row.verdict().kind() == Verdict.Kind.OVERLOAD_ONLY) {
      double nan = Double.NaN;
      return new Sample(f.rate(), f.successRate(), nan, nan, nan, overloaded, nan);
    }
    return new Sample(
        f.rate(),
        f.successRate(),
        f.cpuPercent(),
        f.ramBytes(),
        f.powerMicrowatts(),
        overloaded,
        f.meanLatencyNanos());
  }
}
