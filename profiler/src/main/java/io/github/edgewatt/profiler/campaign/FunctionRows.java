package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.dataset.FunctionDetail;
import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.profiler.energy.EnergyShare;
import io.github.edgewatt.profiler.load.TargetResult;
import io.github.edgewatt.profiler.measure.WindowReading.FunctionUsage;
import io.github.edgewatt.profiler.overload.OverloadRule;
import io.github.edgewatt.profiler.overload.OverloadRule.FunctionLoad;
import org.HdrHistogram.Histogram;

/** What a load and a meter say of one function. Pure. */
final class FunctionRows {
  private FunctionRows() {}

  /**
   * Succeeded requests over those that were tried or dropped: what found no connection, or no place
   * under the in-flight cap, is a failure of the function; what the generator never tried is not.
   */
  static double successRate(TargetResult result) {
    if (result == null) {
      return 1;
    }
    long asked = tried(result) + result.dropped();
    return asked == 0 ? 1 : (double) succeeded(result) / asked;
  }

  /**
   * Requests that left or found no connection to leave by. Errors after the request left count
   * twice in the sum, so it is bounded by what can have been tried.
   */
  static long tried(TargetResult result) {
    long left = result.sent() + result.connectionErrors() + result.timeouts();
    return Math.min(result.due() - result.dropped(), left);
  }

  /** 99th percentile of the send lag in microseconds, NaN without requests. */
  static double sendLagP99Micros(TargetResult result) {
    return 1e3 * millis(result.sendLag(), 99);
  }

  private static long succeeded(TargetResult result) {
    return result.statusClasses()[2] + result.statusClasses()[3];
  }

  /** One function's part of a row; {@code result} is null where it had no load. */
  static FunctionRow row(
      FunctionLoad load,
      int rate,
      TargetResult result,
      FunctionUsage usage,
      double joules,
      double seconds) {
    return new FunctionRow(
        load.name(),
        rate,
        load.successRate(),
        100 * usage.cpuSeconds() / seconds,
        usage.memoryBytes(),
        1e6 * joules / seconds,
        usage.replicas(),
        !OverloadRule.function(load).isEmpty(),
        result == null ? 0 : mean(allTimes(result)),
        detail(result, usage, joules, seconds));
  }

  private static FunctionDetail detail(
      TargetResult result, FunctionUsage usage, double joules, double seconds) {
    double meterMicrowatts = 1e6 * usage.meterJoules() / seconds;
    if (result == null) {
      double none = Double.NaN;
      return new FunctionDetail(
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          none,
          none,
          none,
          none,
          none,
          none,
          none,
          none,
          none,
          none,
          usage.replicasMax(),
          usage.replicasMean(),
          usage.workingSetBytes(),
          meterMicrowatts);
    }
    Histogram times = allTimes(result);
    long answered = result.service().getTotalCount();
    double perRequest = answered == 0 ? Double.NaN : 1.0 / answered;
    return new FunctionDetail(
        result.due(),
        result.sent(),
        succeeded(result),
        result.statusClasses()[4],
        result.statusClasses()[5],
        result.timeouts(),
        result.connectionErrors(),
        result.dropped(),
        result.unfinished(),
        result.sent() / seconds,
        millis(times, 50),
        millis(times, 90),
        millis(times, 99),
        millis(times, 99.9),
        millis(times, 100),
        millis(result.service(), 50),
        millis(result.service(), 99),
        sendLagP99Micros(result),
        1e3 * usage.cpuSeconds() * perRequest,
        EnergyShare.perRequest(joules, answered),
        usage.replicasMax(),
        usage.replicasMean(),
        usage.workingSetBytes(),
        meterMicrowatts);
  }

  /** Answered and failed requests together: a time-out is a latency somebody waited for. */
  private static Histogram allTimes(TargetResult result) {
    Histogram all = result.response().copy();
    all.add(result.failed());
    return all;
  }

  private static double mean(Histogram times) {
    return times.getTotalCount() == 0 ? Double.NaN : times.getMean();
  }

  private static double millis(Histogram times, double percentile) {
    return times.getTotalCount() == 0 ? Double.NaN : times.getValueAtPercentile(percentile) / 1e6;
  }
}
