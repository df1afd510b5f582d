package io.github.edgewatt.scaling.tuning;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many replicas a function may have, in all zones together.
 *
 * @param mostOfEach of each function that has no number of its own; 1 or more
 * @param most of single functions, 1 or more
 * @param least of single functions, which removals keep; 1 or more, 1 where it has none
 */
public record Caps(int mostOfEach, Map<String, Integer> most, Map<String, Integer> least) {
  public Caps {
    most = Map.copyOf(most);
    least = Map.copyOf(least);
    atLeastOne("schedule_scale_opt_max_replicas_busy", mostOfEach);
    most.forEach((fn, value) -> atLeastOne("schedule_scale_opt_max_replicas_" + fn, value));
    for (Map.Entry<String, Integer> one : new TreeMap<>(least).entrySet()) {
      String name = "schedule_scale_opt_min_replicas_" + one.getKey();
      atLeastOne(name, one.getValue());
      int cap = most.getOrDefault(one.getKey(), mostOfEach);
      if (one.getValue() > cap) {
        throw new IllegalArgumentException(
            name + " is " + one.getValue() + ": it must not exceed the function's most, " + cap);
      }
    }
  }

  /** The most replicas of a function. */
  public int most(String function) {
    return most.getOrDefault(function, mostOfEach);
  }

  /** The replicas of a function that removals keep. */
  public int least(String function) {
    return least.getOrDefault(function, 1);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ": it must be 1 or more");
    }
  }
}
