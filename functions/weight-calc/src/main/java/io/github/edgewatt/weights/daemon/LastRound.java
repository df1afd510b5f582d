package io.github.edgewatt.weights.daemon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the last round did.
 *
 * @param at its snapshot's instant
 * @param nodes nodes in the snapshot
 * @param pods functions' pods
 * @param gateways gateways
 * @param traces requests within the look-back
 * @param functions functions
 * @param zones zones
 * @param weights pairs of function and zone that were weighed
 * @param changed those whose weights changed
 * @param removed keys removed as stale
 * @param problems what could not be weighed, written or told, one line each; the first of them
 * @param problemCount how many there were
 * @param incomplete why nothing stale was removed; empty where the view was complete
 */
public record LastRound(
    Instant at,
    int nodes,
    int pods,
    int gateways,
    int traces,
    int functions,
    int zones,
    int weights,
    int changed,
    int removed,
    List<String> problems,
    int problemCount,
    Optional<String> incomplete) {
  public LastRound {
    problems = List.copyOf(problems);
  }
}
