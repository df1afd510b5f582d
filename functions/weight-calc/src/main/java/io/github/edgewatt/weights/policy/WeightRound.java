package io.github.edgewatt.weights.policy;

import java.util.List;

/**
 * What a policy answers.
 *
 * @param weights at most one for each function and zone; a pair without targets is not in it
 * @param problems functions that could not be weighed, or not fully: one line each
 * @param memory for the next round
 */
public record WeightRound(List<ZoneWeights> weights, List<String> problems, WeightMemory memory) {
  public WeightRound {
    weights = List.copyOf(weights);
    problems = List.copyOf(problems);
  }
}
