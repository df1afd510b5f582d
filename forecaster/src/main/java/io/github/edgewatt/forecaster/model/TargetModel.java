package io.github.edgewatt.forecaster.model;

import java.util.List;

/**
 * How one figure is forecast.
 *
 * @param learner what made it: {@code forest}, {@code ridge}, {@code forest+ridge}, {@code physics}
 * @param features names of the features it sees, in its order
 * @param columns where those stand in the feature space
 * @param regressor the fitted function of them
 * @param absolute whether it gives the figure itself and not the increase over rest
 * @param scale its intervals
 */
public record TargetModel(
    String learner,
    List<String> features,
    int[] columns,
    Regressor regressor,
    boolean absolute,
    IntervalScale scale) {
  public TargetModel {
    features = List.copyOf(features);
    if (features.size() != columns.length) {
      throw new IllegalArgumentException(
          features.size() + " feature names but " + columns.length + " columns");
    }
  }

  /** Forecast figure with bounds, in the target's unit, for a vector of the whole feature space. */
  public Interval at(double[] space, double rest) {
    return scale.around(rest, increase(regressor.at(Columns.select(space, columns)), rest));
  }

  /** Forecast increases over rest for many vectors of the whole feature space, a rest each. */
  double[] increases(double[][] spaces, double[] rests) {
    double[] values = regressor.all(Columns.selectAll(spaces, columns));
    for (int i = 0; i < values.length; i++) {
      values[i] = increase(values[i], rests[i]);
    }
    return values;
  }

  private double increase(double value, double rest) {
    return absolute ? value - rest : value;
  }
}
