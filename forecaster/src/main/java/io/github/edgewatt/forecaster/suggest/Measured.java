package io.github.edgewatt.forecaster.suggest;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a configuration.
 *
 * @param configuration what was asked
 * @param cpuIncreasePercent mean increase of node CPU over idle, percent of one core; NaN where no
 *     repeat tells
 * @param overloadedShare the share of repeats in which the node was overloaded, 0 to 1
 */
public record Measured(
    Configuration configuration, double cpuIncreasePercent, double overloadedShare) {

  /** The repeats of one configuration as one; functions deployed without load stand at rate 0. */
  public static Measured of(Observation observation) {
    List<String> functions = new ArrayList<>(observation.deployed());
    List<Integer> rates =
        functions.stream()
            .map(function -> (int) Math.round(observation.rates().getOrDefault(function, 0.0)))
            .toList();
    return new Measured(
        new Configuration(functions, rates),
        observation.increase(Target.CPU),
        observation.overloadedShare());
  }

  /** Whether more than half of the repeats overloaded the node. */
  public boolean overloaded() {
    return overloadedShare > 0.5;
  }
}
