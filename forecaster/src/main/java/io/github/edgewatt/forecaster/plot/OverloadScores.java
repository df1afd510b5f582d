package io.github.edgewatt.forecaster.plot;

/**
 * Forecast probabilities of an overload and what became of them.
 *
 * @param probability from 0 to 1; others are left out
 * @param overloaded whether the node was overloaded
 */
public record OverloadScores(double[] probability, boolean[] overloaded) {
  /**
   * Copies.
   *
   * @throws IllegalArgumentException where lengths differ
   */
  public OverloadScores {
    Lengths.same("overloaded", overloaded.length, "probability", probability.length);
    probability = probability.clone();
    overloaded = overloaded.clone();
  }
}
