package io.github.edgewatt.benchmarks.forecast;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.forecaster.suggest.LightModel;
import io.github.edgewatt.forecaster.suggest.Measured;
import io.github.edgewatt.forecaster.suggest.MixFeatures;
import io.github.edgewatt.forecaster.suggest.Outlook;
import java.util.Collection;
import java.util.List;

/**
 * A pool that may be measured and what forecasts are then judged on.
 *
 * @param name for tables
 * @param features how configurations are seen on this kind of node
 * @param pool what may be measured, with the outcomes
 * @param test what is forecast, never measured
 */
record Task(String name, MixFeatures features, List<Measured> pool, List<Measured> test) {
  Task {
    pool = List.copyOf(pool);
    test = List.copyOf(test);
  }

  List<Configuration> configurations() {
    return pool.stream().map(Measured::configuration).toList();
  }

  /**
   * The same model for every order: physics and linear corrections, fitted to what was measured.
   */
  Outlook model(Collection<Measured> measured) {
    return new LightModel(features, features::share, configurations(), measured);
  }

  /** The scores on the test set of a model fitted to {@code measured}. */
  Scores scores(Collection<Measured> measured) {
    Outlook model = model(measured);
    return Scores.of(test, test.stream().map(it -> model.at(it.configuration())).toList());
  }
}
