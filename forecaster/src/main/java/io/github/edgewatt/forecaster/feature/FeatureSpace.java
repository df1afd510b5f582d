package io.github.edgewatt.forecaster.feature;

import java.util.List;

/**
 * A way to see a load as numbers. The same space makes the numbers a learner is trained on and
 * those it is asked with.
 */
public interface FeatureSpace {
  /** The family's name in files and on the command line: {@code profiles}, {@code groups}, … */
  String family();

  /** The names of the features, in order. */
  List<String> names();

  /**
   * The features of {@code load}.
   *
   * @throws IllegalArgumentException where the space knows nothing of a loaded function
   */
  double[] of(Load load);
}
