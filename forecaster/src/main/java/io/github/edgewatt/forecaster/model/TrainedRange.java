package io.github.edgewatt.forecaster.model;

import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a model was trained on, and how far beyond it a load lies.
 *
 * <p>The distance is how much the load exceeds the training, as a share: the largest of {@code rate
 * / highest trained rate - 1} over the functions and {@code demand / highest trained demand - 1};
 * at least 0, at most {@value #MOST_DISTANCE}. The highest trained demand of a kind of node is the
 * largest sum, over its combinations, of the functions' demands at their highest rates.
 */
final class TrainedRange {
  static final double MOST_DISTANCE = 99;

  /** How far a load lies beyond the training, and what to tell about it. */
  record Reach(double distance, List<Warning> warnings) {}

  private final TrainedModel model;
  private final Set<String> known = new TreeSet<>();
  private final Map<String, Double> highestRates = new TreeMap<>();
  private final Map<String, List<Set<String>>> combinations = new HashMap<>();
  private final List<Set<String>> everyCombination = new ArrayList<>();
  private final Set<String> mixed = new TreeSet<>();
  private final Map<String, Double> highestDemands = new HashMap<>();

  TrainedRange(TrainedModel model) {
    this.model = model;
    boolean needsProfiles =
        model.rates().isEmpty()
            || !model.functionTargets().isEmpty()
            || model.overload().filter(OverloadModel::perFunction).isPresent();
    known.addAll(model.profiles().functions().keySet());
    if (!needsProfiles) {
      known.addAll(model.highestRates().keySet());
      known.addAll(model.rates().orElseThrow().columnOf().keySet());
    }
    for (String function : known) {
      Double highest = model.highestRates().get(function);
      if (highest == null && model.profiles().knows(function)) {
        highest = (double) model.profiles().of(function).highestRate();
      }
      if (highest != null) {
        highestRates.put(function, highest);
      }
    }
    model.header().combinations().forEach(this::addCombination);
  }

  /**
   * @param pair {@code HEAVY curl+env+nmap}
   */
  private void addCombination(String pair) {
    int blank = pair.indexOf(' ');
    String node = blank < 0 ? "" : pair.substring(0, blank);
    Set<String> functions = Set.copyOf(List.of(pair.substring(blank + 1).split("\\+", -1)));
    combinations.computeIfAbsent(node, unused -> new ArrayList<>()).add(functions);
    everyCombination.add(functions);
    mixed.addAll(functions);
    double demand = 0;
    for (String function : functions) {
      if (model.profiles().knows(function)) {
        double highest = highestRates.getOrDefault(function, 0.0);
        demand += model.profiles().of(function).demandPercent(highest);
      }
    }
    highestDemands.merge(node, demand, Math::max);
    highestDemands.merge("", demand, Math::max);
  }

  Map<String, Double> highestRates() {
    return Collections.unmodifiableMap(highestRates);
  }

  /** Throws where the model knows nothing of the node or of a function. */
  void check(Load load) {
    NodeType node = load.node();
    if (!model.nodes().containsKey(node) && !model.adaptations().containsKey(node)) {
      TreeSet<NodeType> nodes = new TreeSet<>(model.nodes().keySet());
      nodes.addAll(model.adaptations().keySet());
      throw new IllegalArgumentException(
          "the model knows no node type "
              + node.name()
              + " with "
              + node.cores()
              + " cores; it knows "
              + String.join(
                  ", ", nodes.stream().map(type -> type.name() + " " + type.cores()).toList()));
    }
    for (String function : load.rates().keySet()) {
      if (!known.contains(function)) {
        throw new IllegalArgumentException(
            "the model knows no function " + function + "; it knows " + String.join(", ", known));
      }
    }
  }

  /** How far {@code function}'s own rate lies beyond the training: 0 and more. */
  double distance(String function, double rate) {
    Double highest = highestRates.get(function);
    return highest == null ? 0 : beyond(rate, highest);
  }

  private static double beyond(double value, double highest) {
    return Math.min(MOST_DISTANCE, Math.max(0, value / highest - 1));
  }

  /**
   * @param demandPercent the sum of what the functions ask for, NaN where the model knows none
   */
  Reach reach(Load load, double demandPercent) {
    List<Warning> warnings = new ArrayList<>(0);
    double distance = 0;
    for (Map.Entry<String, Double> entry : load.rates().entrySet()) {
      double own = distance(entry.getKey(), entry.getValue());
      if (own > 0) {
        distance = Math.max(distance, own);
        warnings.add(
            new Warning(
                Warning.Kind.EXTRAPOLATED,
                entry.getKey()
                    + " at "
                    + figure(entry.getValue())
                    + "/s is beyond the "
                    + figure(highestRates.get(entry.getKey()))
                    + "/s it was trained on"));
      }
    }
    Double highest =
        highestDemands.getOrDefault(load.node().name(), highestDemands.getOrDefault("", 0.0));
    if (highest > 0 && demandPercent > highest) {
      distance = Math.max(distance, beyond(demandPercent, highest));
      warnings.add(
          new Warning(
              Warning.Kind.EXTRAPOLATED,
              "together the functions ask for "
                  + figure(demandPercent)
                  + " % of one core, beyond the "
                  + figure(highest)
                  + " % trained on "
                  + load.node().name()));
    }
    addNovel(load, warnings);
    return new Reach(distance, warnings);
  }

  private void addNovel(Load load, List<Warning> warnings) {
    String node = load.node().name();
    List<Set<String>> trained = combinations.get(node);
    if (trained == null) {
      Adaptation adaptation = model.adaptations().get(load.node());
      String calibrated =
          adaptation == null
              ? ""
              : ", only calibrated with " + adaptation.configurations() + " configurations";
      warnings.add(new Warning(Warning.Kind.NOVEL, node + " was not trained on" + calibrated));
      trained = everyCombination;
    }
    Set<String> functions = load.rates().keySet();
    if (functions.isEmpty()) {
      return;
    }
    boolean allMixed = true;
    for (String function : functions) {
      if (!mixed.contains(function)) {
        allMixed = false;
        warnings.add(
            new Warning(
                Warning.Kind.NOVEL, function + " is known from running alone, from no mix"));
      }
    }
    for (Set<String> combination : trained) {
      if (combination.containsAll(functions)) {
        return;
      }
    }
    if (allMixed) {
      String together = String.join("+", functions);
      warnings.add(
          new Warning(Warning.Kind.NOVEL, together + " was not trained together on " + node));
    }
  }

  private static String figure(double value) {
    return value == Math.rint(value) && value < 1e9
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
