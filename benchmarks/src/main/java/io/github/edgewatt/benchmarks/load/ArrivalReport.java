package io.github.edgewatt.benchmarks.load;

import java.util.Arrays;

/**
 * How well arrivals kept an even grid.
 *
 * <p>The grid's spacing is 1/rate; where it begins is not known to a server, so it is laid such
 * that the most punctual request is on time: offset = min over i of (t(i) - i / rate). Lag(i) =
 * t(i) - i / rate - offset. A constant delay of a generator thus costs it nothing; jitter, bursts
 * and drift do.
 *
 * @param count requests that arrived
 * @param perSecond measured rate, (count - 1) / (last - first)
 * @param lagP50Micros median lag
 * @param lagP99Micros 99th percentile of the lag
 * @param lagMaxMicros largest lag
 * @param driftPpm slope of the lag over time by least squares, in parts per million: 100 means that
 *     the schedule falls behind by 100 us each second
 */
record ArrivalReport(
    long count,
    double perSecond,
    double lagP50Micros,
    double lagP99Micros,
    double lagMaxMicros,
    double driftPpm) {

  /**
   * @param nanos arrival times, ascending
   * @param rate the rate asked for, requests/s
   */
  static ArrivalReport of(long[] nanos, double rate) {
    int n = nanos.length;
    if (n < 2) {
      return new ArrivalReport(n, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double[] behind = new double[n];
    double min = Double.MAX_VALUE;
    double meanBehind = 0;
    for (int i = 0; i < n; i++) {
      behind[i] = nanos[i] - nanos[0] - i * 1e9 / rate;
      min = Math.min(min, behind[i]);
      meanBehind += behind[i] / n;
    }
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < n; i++) {
      double x = i - (n - 1) / 2.0;
      covariance += x * (behind[i] - meanBehind);
      variance += x * x;
    }
    double driftPpm = covariance / variance / (1e9 / rate) * 1e6;
    double perSecond = (n - 1) * 1e9 / (nanos[n - 1] - nanos[0]);
    Arrays.sort(behind);
    return new ArrivalReport(
        n,
        perSecond,
        (behind[n / 2] - min) / 1e3,
        (behind[(int) Math.min(n - 1L, Math.round(n * 0.99))] - min) / 1e3,
        (behind[n - 1] - min) / 1e3,
        driftPpm);
  }
}
