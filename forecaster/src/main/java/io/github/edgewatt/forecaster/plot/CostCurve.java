package io.github.edgewatt.forecaster.plot;

import static java.util.Objects.requireNonNull;

/**
 * What a function alone costs over its rate.
 *
 * @param function its name
 * @param group its group's name
 * @param metric what is shown, such as "CPU"; curves of one metric share a scale where they can
 * @param unit of {@code cost}
 * @param rate requests per second, ascending
 * @param cost at these rates; not finite where absent
 */
public record CostCurve(
    String function, String group, String metric, String unit, double[] rate, double[] cost) {
  /**
   * Copies.
   *
   * @throws IllegalArgumentException where lengths differ
   */
  public CostCurve {
    requireNonNull(function, "function is null");
    requireNonNull(group, "group is null");
    requireNonNull(metric, "metric is null");
    requireNonNull(unit, "unit is null");
    Lengths.same("cost", cost.length, "rate", rate.length);
    rate = rate.clone();
    cost = cost.clone();
  }
}
