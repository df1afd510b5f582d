package io.github.edgewatt.forecaster.model;

/**
 * A weighted sum: {@code intercept + Σ weights[i] · features[i]}.
 *
 * @param intercept in the target's unit
 * @param weights in the target's unit per feature unit
 */
public record Linear(double intercept, double[] weights) implements Regressor {
  @Override
  public double at(double[] features) {
    double sum = intercept;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }
}
