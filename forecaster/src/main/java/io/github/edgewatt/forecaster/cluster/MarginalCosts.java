package io.github.edgewatt.forecaster.cluster;

import io.github.edgewatt.forecaster.profile.CostProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one request more costs a function below its saturation, from any rates, few or many. {@code
 * NaN} where the measurements do not tell.
 *
 * <p>The rates served well are the lowest rates up to the first at which most repeats are
 * overloaded, 99 % or less succeed, or the mean latency is 2 s or more ({@link CostProfile}); where
 * even the lowest is not served well, it alone serves. Figures at a rate are means over its
 * repeats.
 *
 * @param cpuMillisPerRequest Σ cpu / Σ rate over the rates served well, with CPU in ms per second
 * @param joulesPerRequest Σ power / Σ rate over the rates served well, from the function's power
 * @param memoryFloorBytes the lowest mean memory over the rates served well
 * @param memorySlopeBytes slope of the least-squares line of memory over rate, bytes per request/s;
 *     needs two rates served well
 * @param baseLatencyMillis mean latency at the lowest rate served well
 * @param latencyGrowth mean latency at the highest rate served well, as a multiple of the base;
 *     needs two rates served well
 * @param firstOverloadedRate the lowest rate at which most repeats are overloaded
 */
public record MarginalCosts(
    double cpuMillisPerRequest,
    double joulesPerRequest,
    double memoryFloorBytes,
    double memorySlopeBytes,
    double baseLatencyMillis,
    double latencyGrowth,
    double firstOverloadedRate) {
  /** 1 % of a core is 10 ms of CPU a second. */
  private static final double MILLIS_PER_PERCENT = 10;

  private static final double MICRO = 1e-6;

  /** The costs of {@code function}. */
  public static MarginalCosts of(SoloSamples function) {
    List<Integer> served = servedWell(function);
    int lowest = served.get(0);
    int highest = served.get(served.size() - 1);
    double base = function.mean(lowest, Sample::latencyNanos);
    return new MarginalCosts(
        perRequest(function, served, Sample::cpuPercent) * MILLIS_PER_PERCENT,
        perRequest(function, served, Sample::powerMicrowatts) * MICRO,
        served.stream()
            .mapToDouble(rate -> function.mean(rate, Sample::ramBytes))
            .filter(Double::isFinite)
            .min()
            .orElse(Double.NaN),
        slope(function, served, Sample::ramBytes),
        base * MICRO,
        highest > lowest && base > 0
            ? function.mean(highest, Sample::latencyNanos) / base
            : Double.NaN,
        function.rates().stream()
            .filter(rate -> function.mean(rate, Sample::overloaded) > 0.5)
            .mapToDouble(Integer::doubleValue)
            .findFirst()
            .orElse(Double.NaN));
  }

  /** Whether the CPU per request of {@code function} can be told, without which nothing can. */
  static boolean known(SoloSamples function) {
    return Double.isFinite(of(function).cpuMillisPerRequest());
  }

  private static List<Integer> servedWell(SoloSamples function) {
    List<Integer> served = new ArrayList<>();
    for (int rate : function.rates()) {
      boolean well =
          !(function.mean(rate, Sample::overloaded) > 0.5)
              && !(function.mean(rate, Sample::success) <= CostProfile.WELL_SERVED_SUCCESS)
              && !(function.mean(rate, Sample::latencyNanos) * 1e-9
                  >= CostProfile.WELL_SERVED_SECONDS);
      if (!well) {
        break;
      }
      served.add(rate);
    }
    return served.isEmpty() ? List.of(function.rates().first()) : served;
  }

  private static double perRequest(
      SoloSamples function, List<Integer> rates, ToDoubleFunction<Sample> figure) {
    double cost = 0;
    double requests = 0;
    for (int rate : rates) {
      double mean = function.mean(rate, figure);
      if (Double.isFinite(mean)) {
        cost += mean;
        requests += rate;
      }
    }
    return requests > 0 ? cost / requests : Double.NaN;
  }

  private static double slope(
      SoloSamples function, List<Integer> rates, ToDoubleFunction<Sample> figure) {
    List<double[]> points = new ArrayList<>();
    for (int rate : rates) {
      double mean = function.mean(rate, figure);
      if (Double.isFinite(mean)) {
        points.add(new double[] {rate, mean});
      }
    }
    if (points.size() < 2) {
      return Double.NaN;
    }
    double[] centre = Points.mean(points);
    double products = 0;
    double squares = 0;
    for (double[] point : points) {
      products += (point[0] - centre[0]) * (point[1] - centre[1]);
      squares += (point[0] - centre[0]) * (point[0] - centre[0]);
    }
    return products / squares;
  }
}
