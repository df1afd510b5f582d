package io.github.edgewatt.profiler.correlate.rule;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a series is good for.
 *
 * @param points values it has
 * @param staticPercent of them, how many repeat one that was there before: {@code (points -
 *     distinct) / points}, as the published overview counts
 * @param nanPercent of the grid's moments, those without a value
 * @param commonPercent of the values, how many are the most common one
 */
public record Screening(int points, double staticPercent, double nanPercent, double commonPercent) {
  /** Fewer points than this say nothing. */
  public static final int LEAST_POINTS = 30;

  private static final double MOST_NAN = 50;
  private static final double MOST_COMMON = 95;

  /** Looks at a series on a grid, NaN where it has no value. */
  public static Screening of(double[] values) {
    double[] present = Arrays.stream(values).filter(Double::isFinite).toArray();
    Arrays.sort(present);
    int distinct = 0;
    int common = 0;
    int run = 0;
    for (int i = 0; i < present.length; i++) {
      boolean isNew = i == 0 || present[i] != present[i - 1];
      distinct += isNew ? 1 : 0;
      run = isNew ? 1 : run + 1;
      common = Math.max(common, run);
    }
    double points = present.length;
    return new Screening(
        present.length,
        points == 0 ? 100 : 100 * (points - distinct) / points,
        100 * (values.length - points) / values.length,
        points == 0 ? 100 : 100 * common / points);
  }

  /** Why it is left out; empty where it can be compared. */
  public Optional<String> leftOut() {
    if (points < LEAST_POINTS) {
      return Optional.of("too short");
    }
    if (nanPercent > MOST_NAN) {
      return Optional.of("mostly absent");
    }
    return commonPercent > MOST_COMMON ? Optional.of("static") : Optional.empty();
  }
}
