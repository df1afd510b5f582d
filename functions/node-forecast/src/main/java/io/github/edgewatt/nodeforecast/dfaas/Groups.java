package io.github.edgewatt.nodeforecast.dfaas;

import io.github.edgewatt.forecaster.feature.RateSpace;
import io.github.edgewatt.forecaster.model.TrainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rates of groups as rates of their functions. A group's rate is shared among its functions in
 * proportion to the highest rates they were trained on: a model of groups sees their sum, whatever
 * the shares, and an answer is extrapolated only where all of them together are beyond the
 * training.
 */
final class Groups {
  private final Map<String, List<String>> functionsOf;

  private Groups(Map<String, List<String>> functionsOf) {
    this.functionsOf = functionsOf;
  }

  /**
   * The groups a model was trained with; else those of {@code list}, as far as the model knows
   * their functions.
   *
   * @param list a group list's keys and functions; empty where there is none
   */
  static Groups of(
      TrainedModel model, Map<String, Double> highestRates, Map<String, List<String>> list) {
    TreeMap<String, List<String>> groups = new TreeMap<>();
    Optional<RateSpace> own = model.rates().filter(space -> space.family().equals("groups"));
    if (own.isPresent()) {
      for (String column : own.get().columns()) {
        groups.put(column, new ArrayList<>());
      }
      own.get()
          .columnOf()
          .forEach((function, at) -> groups.get(own.get().columns().get(at)).add(function));
    } else {
      list.forEach(
          (key, functions) ->
              groups.put(
                  RateSpace.groups(Map.of(key, List.of())).columns().get(0),
                  new ArrayList<>(functions)));
    }
    groups.values().forEach(functions -> functions.retainAll(highestRates.keySet()));
    return new Groups(groups);
  }

  /** The names the groups' rates have in a request. */
  List<String> columns() {
    return List.copyOf(functionsOf.keySet());
  }

  /** Adds {@code rate} of the group called {@code column} to its functions' in {@code rates}. */
  void add(
      String column, double rate, Map<String, Double> highestRates, Map<String, Double> rates) {
    List<String> functions = functionsOf.get(column);
    double sum = functions.stream().mapToDouble(highestRates::get).sum();
    for (String function : functions) {
      double share = sum > 0 ? highestRates.get(function) / sum : 1.0 / functions.size();
      rates.merge(function, share * rate, Double::sum);
    }
  }
}
