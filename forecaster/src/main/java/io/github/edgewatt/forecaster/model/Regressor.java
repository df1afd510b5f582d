package io.github.edgewatt.forecaster.model;

/** A fitted function of a feature vector. Immutable. */
public sealed interface Regressor permits Linear, Forest, Blend, Sum {

  /**
   * The value at {@code features}.
   *
   * @param features finite figures, in the order of training
   */
  double at(double[] features);
}
