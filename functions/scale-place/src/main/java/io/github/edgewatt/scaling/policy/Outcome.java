package io.github.edgewatt.scaling.policy;

import java.util.List;

/**
 * What a policy decides.
 *
 * @param creations replicas to make
 * @param removals replicas to end
 * @param refusals what was called for but not done, and why: one line each
 * @param readings what was measured on the way, to be published; made while it is iterated
 * @param memory for the next round
 */
public record Outcome(
    List<Creation> creations,
    List<Removal> removals,
    List<String> refusals,
    Iterable<Reading> readings,
    ScalingMemory memory) {
  public Outcome {
    creations = List.copyOf(creations);
    removals = List.copyOf(removals);
    refusals = List.copyOf(refusals);
  }
}
