package io.github.edgewatt.forecaster.question;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import io.github.edgewatt.forecaster.model.Forecaster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A forecaster that refuses what its model does not know, in words for the user, and lets nothing
 * beyond the measurements pass unmarked.
 */
public final class CheckedForecaster implements Forecaster {
  private static final int PERCENT = 100;

  private final Forecaster model;
  private final Map<NodeType, Idle> nodes;
  private final Map<String, Double> highestRates;

  public CheckedForecaster(Forecaster model) {
    this.model = model;
    this.nodes = model.nodes();
    this.highestRates = model.highestRates();
  }

  /**
   * The kind of node called {@code name}, in any case.
   *
   * @throws BadQuestionException where the model does not know it
   */
  public NodeType node(String name) {
    return nodes.keySet().stream()
        .filter(node -> node.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() -> unknownNode(name));
  }

  private BadQuestionException unknownNode(String name) {
    String known = String.join(", ", nodes.keySet().stream().sorted().map(NodeType::name).toList());
    return new BadQuestionException(
        "unknown node type '%s': the model knows %s; bin/forecaster calibrate adapts it to another"
            .formatted(Words.shown(name), known.isEmpty() ? "none" : known));
  }

  /**
   * That the model knows the function.
   *
   * @throws BadQuestionException where it does not
   */
  public void checkFunction(String function) {
    if (!highestRates.containsKey(function)) {
      throw new BadQuestionException(
          "unknown function '%s': the model knows %s"
              .formatted(Words.shown(function), Words.list(highestRates.keySet())));
    }
  }

  /**
   * That the model can answer.
   *
   * @throws BadQuestionException where a function or the kind of node is not known, or the node at
   *     rest uses more than it has
   */
  public void check(Load load) {
    NodeType node = load.node();
    if (!nodes.containsKey(node)) {
      throw unknownNode(node.name());
    }
    if (load.idle().cpuPercent() > PERCENT * node.cores()) {
      throw new BadQuestionException(
          "CPU at rest is %s %%, but %s has %d %% in all"
              .formatted(
                  Figures.plain(load.idle().cpuPercent()), node.name(), PERCENT * node.cores()));
    }
    if (load.idle().ramPercent() > PERCENT) {
      throw new BadQuestionException(
          "memory at rest is "
              + Figures.plain(load.idle().ramPercent())
              + " % of all: 100 at most");
    }
    load.rates().keySet().forEach(this::checkFunction);
  }

  @Override
  public Forecast forecast(Load load) {
    return forecastAll(List.of(load)).get(0);
  }

  @Override
  public List<Forecast> forecastAll(List<Load> loads) {
    List<Load> asked = new ArrayList<>(loads.size());
    for (Load load : loads) {
      check(load);
      asked.add(load.withIdle(load.idle().orElse(nodes.get(load.node()))));
    }
    return model.forecastAll(asked).stream().map(this::marked).toList();
  }

  /** Trees go flat beyond what they saw, so an answer there is never given without a word. */
  private Forecast marked(Forecast answer) {
    if (answer.is(Warning.Kind.EXTRAPOLATED)) {
      return answer;
    }
    List<Warning> warnings = new ArrayList<>(answer.warnings());
    answer
        .load()
        .rates()
        .forEach(
            (function, rate) -> {
              double highest = highestRates.get(function);
              if (!(rate <= highest)) {
                warnings.add(
                    new Warning(
                        Warning.Kind.EXTRAPOLATED,
                        "%s at %s/s was measured up to %s/s"
                            .formatted(function, Figures.plain(rate), Figures.plain(highest))));
              }
            });
    return new Forecast(
        answer.load(), answer.node(), answer.overload(), answer.functions(), warnings);
  }

  @Override
  public Map<NodeType, Idle> nodes() {
    return nodes;
  }

  @Override
  public Map<String, Double> highestRates() {
    return highestRates;
  }
}
