package io.github.edgewatt.forecaster.model;

/** A fitted function of a feature vector. Immutable. */
public sealed interface Regressor permits Linear, Forest, Blend, Sum {

  /**
   * The value at {@code features}.
   *
   * @param features finite figures, in the order of training
   */
  double at(double[] features);

  /** The values at many vectors, each exactly that of {@link #at}. */
  default double[] all(double[][] rows) {
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = at(rows[i]);
    }
    return values;
  }
}
