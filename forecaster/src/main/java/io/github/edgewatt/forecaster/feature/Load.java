package io.github.edgewatt.forecaster.feature;

import io.github.edgewatt.dataset.Configuration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A question: these rates on this node, which looks like this at rest.
 *
 * @param node the kind of node
 * @param rates requests per second by function, finite and above 0; functions without load are left
 *     out
 * @param idle the node before the load
 */
public record Load(NodeType node, SortedMap<String, Double> rates, Idle idle) {
  public Load {
    TreeMap<String, Double> active = new TreeMap<>();
    rates.forEach(
        (function, rate) -> {
          if (!Double.isFinite(rate) || rate < 0) {
            throw new IllegalArgumentException(
                "the rate of " + function + " is " + rate + ": give a number of 0 or more");
          }
          if (rate > 0) {
            active.put(function, rate);
          }
        });
    rates = Collections.unmodifiableSortedMap(active);
  }

  public static Load of(NodeType node, Map<String, Double> rates, Idle idle) {
    return new Load(node, new TreeMap<>(rates), idle);
  }

  public static Load of(NodeType node, Configuration configuration, Idle idle) {
    TreeMap<String, Double> rates = new TreeMap<>();
    for (int i = 0; i < configuration.functions().size(); i++) {
      rates.put(configuration.functions().get(i), (double) configuration.rates().get(i));
    }
    return new Load(node, rates, idle);
  }

  /** The same question on a node with other figures at rest. */
  public Load withIdle(Idle other) {
    return new Load(node, rates, other);
  }

  /** The same question with another rate of one function. */
  public Load withRate(String function, double rate) {
    TreeMap<String, Double> changed = new TreeMap<>(rates);
    changed.put(function, rate);
    return new Load(node, changed, idle);
  }
}
