package io.github.edgewatt.scaling.tuning;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How components become pressure.
 *
 * @param pressures the components that are multiplied; at least one, each once
 * @param weights of components, 0 or more; 1 of those it does not name
 * @param curve the logistic function
 * @param percentile of response times, 0 to 100
 * @param measure which time of a request
 * @param requirements latencies that functions require, in milliseconds, more than 0
 * @param compatible whether weights are factors and not exponents, and means go over all zones that
 *     have clients, as upstream's
 */
public record Formula(
    List<Component> pressures,
    Map<Component, Double> weights,
    Curve curve,
    double percentile,
    TimeMeasure measure,
    Map<String, Double> requirements,
    boolean compatible) {
  public Formula {
    pressures = List.copyOf(pressures);
    requirements = Map.copyOf(requirements);
    Map<Component, Double> all = new EnumMap<>(Component.class);
    for (Component one : Component.values()) {
      double weight = weights.getOrDefault(one, 1.0);
      if (!(weight >= 0)) {
        throw new IllegalArgumentException(
            "schedule_scale_opt_weight_" + one.key() + " is " + weight + ": it must be 0 or more");
      }
      all.put(one, weight);
    }
    weights = Map.copyOf(all);
    if (pressures.isEmpty() || pressures.stream().distinct().count() < pressures.size()) {
      throw new IllegalArgumentException(
          "schedule_scale_opt_pressures must name at least one component, and each once");
    }
    if (!(percentile >= 0 && percentile <= 100)) {
      throw new IllegalArgumentException(
          "schedule_scale_opt_percentile_duration is " + percentile + ": it must be 0 to 100");
    }
    requirements.forEach(
        (fn, millis) -> {
          if (!(millis > 0)) {
            throw new IllegalArgumentException(
                "schedule_scale_opt_latency_requirement_"
                    + fn
                    + " is "
                    + millis
                    + ": it must be more than 0");
          }
        });
  }

  /** Whether a component is one of those multiplied. */
  public boolean has(Component component) {
    return pressures.contains(component);
  }

  /** What a component with this value multiplies the pressure by. */
  public double factor(Component component, double value) {
    return factor(value, weights.get(component), compatible);
  }

  /** Likewise of a weight: {@code value ^ weight}, or {@code weight x value} as upstream's. */
  public static double factor(double value, double weight, boolean compatible) {
    if (weight == 1) {
      return value;
    }
    return compatible ? weight * value : Math.pow(value, weight);
  }

  /** The latency a function requires, in milliseconds; NaN where none is set. */
  public double required(String function) {
    return requirements.getOrDefault(function, Double.NaN);
  }
}
