package io.github.edgewatt.forecaster.suggest;

import io.github.edgewatt.dataset.Configuration;

/** What is expected of configurations nobody measured yet. */
public interface Outlook {

  /** The expectation for {@code configuration}; features always in the same order. */
  Expected at(Configuration configuration);

  /**
   * What is expected of a configuration.
   *
   * @param features what its forecast depends on, finite: configurations with like features teach
   *     much the same
   * @param cpuIncreasePercent increase of node CPU over idle, percent of one core
   * @param cpuHalfWidthPercent half the width of its 90 % interval, above 0
   * @param overload probability of overload, 0 to 1
   */
  record Expected(
      double[] features, double cpuIncreasePercent, double cpuHalfWidthPercent, double overload) {}
}
