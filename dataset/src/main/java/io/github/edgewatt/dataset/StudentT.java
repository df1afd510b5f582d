package io.github.edgewatt.dataset;

import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles of Student's t distribution. */
public final class StudentT {
  private StudentT() {}

  /**
   * The 0.975 quantile: a two-sided 95 % interval reaches this many standard errors to each side.
   *
   * @param degreesOfFreedom 1 or more; {@link IllegalArgumentException} below
   */
  public static double quantile975(int degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(0.975);
  }
}
