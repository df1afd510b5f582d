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
    double value = regressor.at(select(space));
    return scale.around(rest, absolute ? value - rest : value);
  }

  private double[] select(double[] space) {
    double[] selected = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      selected[i] = space[columns[i]];
    }
    return selected;
  }
}
