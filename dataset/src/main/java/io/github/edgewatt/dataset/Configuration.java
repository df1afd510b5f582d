package io.github.edgewatt.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Which functions run together, and the rate asked of each.
 *
 * @param functions names in combination order, each once, at least one
 * @param rates offered rates in requests per second, whole, 0 or more, one a function
 */
public record Configuration(List<String> functions, List<Integer> rates) {
  public Configuration {
    functions = List.copyOf(functions);
    rates = List.copyOf(rates);
    if (functions.isEmpty()) {
      throw new IllegalArgumentException("a configuration needs at least one function");
    }
    if (functions.size() != rates.size()) {
      throw new IllegalArgumentException(
          functions.size() + " functions but " + rates.size() + " rates");
    }
    if (new HashSet<>(functions).size() != functions.size()) {
      throw new IllegalArgumentException("a function stands twice in " + functions);
    }
    for (int rate : rates) {
      if (rate < 0) {
        throw new IllegalArgumentException("a rate is negative in " + rates);
      }
    }
  }

  /** One function alone at {@code rate} requests per second. */
  public static Configuration solo(String function, int rate) {
    return new Configuration(List.of(function), List.of(rate));
  }

  /** The rate asked of {@code function} in requests per second; 0 where it takes no part. */
  public int rateOf(String function) {
    int index = functions.indexOf(function);
    return index < 0 ? 0 : rates.get(index);
  }

  /**
   * Whether this configuration asks at least as much of every function as {@code other} does: where
   * {@code other} overloaded the node, this one does too. Functions that take no part count as rate
   * 0, so a function alone can dominate a mix.
   */
  public boolean atLeast(Configuration other) {
    for (int i = 0; i < other.functions.size(); i++) {
      if (rateOf(other.functions.get(i)) < other.rates.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** {@code shasum=20 env=50}, for screens and reasons. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < functions.size(); i++) {
      parts.add(functions.get(i) + "=" + rates.get(i));
    }
    return String.join(" ", parts);
  }
}
