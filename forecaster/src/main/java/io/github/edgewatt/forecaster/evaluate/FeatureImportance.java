package io.github.edgewatt.forecaster.evaluate;

import java.util.List;

/**
 * What a forecast leans on.
 *
 * @param figure what is forecast: a target's word
 * @param features their names
 * @param rise by how much the root mean squared error rises when a feature is shuffled, in the
 *     figure's unit, one a feature
 */
public record FeatureImportance(String figure, List<String> features, double[] rise) {
  public FeatureImportance {
    features = List.copyOf(features);
    rise = rise.clone();
  }
}
