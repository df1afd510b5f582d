package io.github.edgewatt.forecaster.plot;

/**
 * How much of the variance each principal component explains.
 *
 * @param share from 0 to 1, first component first
 * @param kept how many components are kept
 */
public record ExplainedVariance(double[] share, int kept) {
  /** Copies. */
  public ExplainedVariance {
    share = share.clone();
  }
}
