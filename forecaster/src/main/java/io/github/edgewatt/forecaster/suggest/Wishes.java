package io.github.edgewatt.forecaster.suggest;

import io.github.edgewatt.forecaster.feature.NodeType;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a user wants suggested.
 *
 * @param node the kind of node to measure on; empty: the only one in the data
 * @param count most configurations
 * @param budgetSeconds time for measuring them; empty for no limit
 * @param eachSeconds what one takes, window and rest
 * @param combine functions in a mix; empty: as many as in the data's largest, else 3
 * @param maxRate highest rate of a function; empty: the highest it was measured at alone
 * @param step distance of neighbouring rates, requests per second
 * @param seed decides every random choice
 */
public record Wishes(
    Optional<NodeType> node,
    int count,
    OptionalDouble budgetSeconds,
    double eachSeconds,
    OptionalInt combine,
    OptionalInt maxRate,
    int step,
    long seed) {

  /** How many are asked for: the count, or as many as fit into the budget. */
  int most() {
    if (budgetSeconds.isEmpty()) {
      return count;
    }
    return (int) Math.min(count, Math.floor(budgetSeconds.getAsDouble() / eachSeconds));
  }
}
