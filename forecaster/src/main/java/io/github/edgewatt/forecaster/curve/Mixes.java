package io.github.edgewatt.forecaster.curve;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.model.TrainedModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The loads a power curve is read off. */
final class Mixes {
  private static final int STEPS = 20;

  /** More functions than these together are not paired: a curve must not take minutes. */
  private static final int MOST_PAIRED = 32;

  private static final int MOST_MIXES = 1_000;
  private static final Idle UNKNOWN = new Idle(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private Mixes() {}

  static List<Load> of(TrainedModel model, NodeType node, Map<String, Double> highestRates) {
    List<Load> loads = new ArrayList<>();
    for (Set<String> mix : mixes(model, List.copyOf(highestRates.keySet()))) {
      for (int step = 1; step <= STEPS; step++) {
        TreeMap<String, Double> rates = new TreeMap<>();
        for (String function : mix) {
          rates.put(function, highestRates.get(function) * step / STEPS);
        }
        loads.add(new Load(node, rates, UNKNOWN));
      }
    }
    return loads;
  }

  private static Set<Set<String>> mixes(TrainedModel model, List<String> functions) {
    Set<Set<String>> mixes = new LinkedHashSet<>();
    functions.forEach(function -> mixes.add(Set.of(function)));
    for (String pair : model.header().combinations()) {
      Set<String> trained =
          new TreeSet<>(List.of(pair.substring(pair.indexOf(' ') + 1).split("\\+", -1)));
      trained.retainAll(functions);
      mixes.add(trained);
    }
    mixes.add(new TreeSet<>(functions));
    if (functions.size() <= MOST_PAIRED) {
      for (int i = 0; i < functions.size(); i++) {
        for (int j = i + 1; j < functions.size(); j++) {
          mixes.add(Set.of(functions.get(i), functions.get(j)));
        }
      }
    }
    mixes.removeIf(Set::isEmpty);
    return mixes.stream().limit(MOST_MIXES).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
