package io.github.edgewatt.forecaster.model;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import java.util.List;
import java.util.Map;

/** Answers what nodes do under loads. Safe to share between threads. */
public interface Forecaster {

  /**
   * The answer to {@code load}. Figures at rest the load does not tell are taken from {@link
   * #nodes()}.
   *
   * @throws IllegalArgumentException where a loaded function or the kind of node is not known; its
   *     message names it and those that are
   */
  Forecast forecast(Load load);

  /** The answers to many loads, in order. */
  default List<Forecast> forecastAll(List<Load> loads) {
    return loads.stream().map(this::forecast).toList();
  }

  /** The kinds of nodes it answers for, each with its usual figures at rest. */
  Map<NodeType, Idle> nodes();

  /** The functions it answers for, each with the highest rate it was trained on. */
  Map<String, Double> highestRates();
}
