package io.github.edgewatt.dataset.run;

import io.github.edgewatt.dataset.Combinations;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a run was asked to do.
 *
 * @param mode {@code run} (alone, then in combination) or {@code profile} (alone only)
 * @param maxRate highest rate of a function in requests per second
 * @param duration length of a measurement's window
 * @param functions names in list order, each once
 * @param combine functions in a combination
 * @param step distance of neighbouring rates of the grid in requests per second
 * @param repeats most measurements of a configuration
 * @param design {@code adaptive} or {@code grid}
 * @param budget time for the whole run; null for none
 * @param arrivals schedule of the requests, {@code constant} or {@code poisson}
 * @param seed of everything random
 * @param warmup load on a fresh function before it is measured, may be zero
 * @param settle load before the window, may be zero
 * @param restTimeout longest rest before a measurement
 * @param powerModel {@code 12W..65W}; null for none
 * @param startAt configuration to start at, as in upstream's {@code configuration.txt}; null for
 *     the beginning
 */
public record RunPlan(
    String mode,
    int maxRate,
    Duration duration,
    List<String> functions,
    int combine,
    int step,
    int repeats,
    String design,
    Duration budget,
    String arrivals,
    long seed,
    Duration warmup,
    Duration settle,
    Duration restTimeout,
    String powerModel,
    String startAt) {
  public RunPlan {
    Objects.requireNonNull(mode, "mode is null");
    Objects.requireNonNull(duration, "duration is null");
    functions = List.copyOf(functions);
    if (functions.stream().distinct().count() < functions.size()) {
      throw new IllegalArgumentException("a function stands twice in " + functions);
    }
    Objects.requireNonNull(design, "design is null");
    Objects.requireNonNull(arrivals, "arrivals is null");
    Objects.requireNonNull(warmup, "warmup is null");
    Objects.requireNonNull(settle, "settle is null");
    Objects.requireNonNull(restTimeout, "restTimeout is null");
  }

  /** The same plan with other time for it; null for no limit. */
  public RunPlan withBudget(Duration other) {
    return new RunPlan(
        mode,
        maxRate,
        duration,
        functions,
        combine,
        step,
        repeats,
        design,
        other,
        arrivals,
        seed,
        warmup,
        settle,
        restTimeout,
        powerModel,
        startAt);
  }

  /**
   * The number of a combination among all of its size in list order, from 0, as it stands in file
   * names.
   *
   * @throws IllegalArgumentException for functions that are not in the list or not in its order
   */
  public long combinationNumber(List<String> combination) {
    return Combinations.indexOf(functions, combination);
  }
}
