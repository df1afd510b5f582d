package io.github.edgewatt.profiler.design;

import java.util.List;

/**
 * What a design works with.
 *
 * @param functions names in list order
 * @param combine functions in a mix; 1 for none
 * @param maxRate highest rate of a function, requests per second
 * @param step distance of neighbouring rates in a mix, requests per second
 * @param repeats most measurements of one configuration
 * @param seed decides every random choice
 */
public record DesignPlan(
    List<String> functions, int combine, int maxRate, int step, int repeats, long seed) {
  public DesignPlan {
    functions = List.copyOf(functions);
  }

  /** The same plan without mixes. */
  public DesignPlan soloOnly() {
    return new DesignPlan(functions, 1, maxRate, step, repeats, seed);
  }
}
