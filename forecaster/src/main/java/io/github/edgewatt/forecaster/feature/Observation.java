package io.github.edgewatt.forecaster.feature;

import io.github.edgewatt.dataset.MeasurementRow;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.ToDoubleFunction;

/**
 * All measurements of one configuration on one kind of node. Repeats always stay together: a split
 * that put one of them on either side would test a learner on what it has seen.
 *
 * @param node the kind of node
 * @param kind alone or in combination
 * @param deployed the functions that were deployed, those with rate 0 too
 * @param rates requests per second by function, above 0
 * @param repeats its measurements, at least one
 */
public record Observation(
    NodeType node,
    MeasurementRow.Kind kind,
    SortedSet<String> deployed,
    SortedMap<String, Double> rates,
    List<Repeat> repeats) {
  public Observation {
    repeats = List.copyOf(repeats);
  }

  /** The question this answers; the figures at rest are the repeats' means. */
  public Load load() {
    Idle idle =
        new Idle(
            mean(repeat -> repeat.idle().cpuPercent()),
            mean(repeat -> repeat.idle().ramBytes()),
            mean(repeat -> repeat.idle().ramPercent()),
            mean(repeat -> repeat.idle().powerWatts()));
    return new Load(node, rates, idle);
  }

  /** Mean increase over rest; NaN where no repeat tells. */
  public double increase(Target target) {
    return mean(repeat -> repeat.increase(target));
  }

  /** The share of repeats in which the node was overloaded, 0 to 1. */
  public double overloadedShare() {
    return mean(repeat -> repeat.overloaded() ? 1 : 0);
  }

  /** Whether functions were measured together, and not one alone. */
  public boolean isMix() {
    return kind == MeasurementRow.Kind.MIX;
  }

  /** What was deployed together, on which kind of node: {@code HEAVY curl+env+nmap}. */
  public String pair() {
    return node.name() + " " + combination();
  }

  /** What was deployed together: {@code curl+env+nmap}. */
  public String combination() {
    return String.join("+", deployed);
  }

  /** The same for all measurements of these rates on this kind of node, whatever else idled. */
  public String key() {
    return node.name() + " " + rates;
  }

  private double mean(ToDoubleFunction<Repeat> figure) {
    return repeats.stream()
        .mapToDouble(figure)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }
}
