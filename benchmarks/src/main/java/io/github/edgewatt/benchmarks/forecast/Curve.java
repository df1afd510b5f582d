package io.github.edgewatt.benchmarks.forecast;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.forecaster.suggest.Measured;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * Scores over the number of measurements.
 *
 * @param counts numbers of measured configurations, rising
 * @param scores one a count
 */
record Curve(List<Integer> counts, List<Scores> scores) {
  static final int BATCH = 10;

  /** Plays {@code order} until {@code most} configurations are measured or none is left. */
  static Curve replay(Task task, Order order, long seed, int most) {
    Map<Configuration, Measured> outcomes = new HashMap<>();
    task.pool().forEach(it -> outcomes.put(it.configuration(), it));
    List<Configuration> open = new ArrayList<>(task.configurations());
    List<Measured> measured = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    List<Scores> scores = new ArrayList<>();
    while (measured.size() < most && !open.isEmpty()) {
      for (Configuration next : order.next(task, open, measured, BATCH, seed)) {
        Measured outcome = outcomes.get(next);
        measured.add(outcome);
        open.remove(next);
        if (outcome.overloaded()) {
          // As in the profiler, whatever the order: what asks for more than this is passed over.
          open.removeIf(it -> it.atLeast(next));
        }
      }
      if (wanted(measured.size())) {
        counts.add(measured.size());
        scores.add(task.scores(measured));
      }
    }
    return new Curve(counts, scores);
  }

  /** The mean of curves, at the counts that all of them have. */
  static Curve mean(List<Curve> curves) {
    List<Integer> counts =
        curves.get(0).counts().stream()
            .filter(count -> curves.stream().allMatch(it -> it.counts().contains(count)))
            .toList();
    List<Scores> scores =
        counts.stream()
            .map(
                count ->
                    Scores.mean(
                        curves.stream()
                            .map(it -> it.scores().get(it.counts().indexOf(count)))
                            .toList()))
            .toList();
    return new Curve(counts, scores);
  }

  /** Every batch at first, then every tenth part more. */
  private static boolean wanted(int count) {
    return count <= 320 || count / BATCH % Math.max(1, count / (10 * BATCH)) == 0;
  }

  /** The first count from which, and at the next one too, a score is at least {@code target}. */
  OptionalInt reaches(ToDoubleFunction<Scores> score, double target) {
    for (int i = 0; i < counts.size(); i++) {
      boolean here = score.applyAsDouble(scores.get(i)) >= target;
      boolean stays = i + 1 == counts.size() || score.applyAsDouble(scores.get(i + 1)) >= target;
      if (here && stays) {
        return OptionalInt.of(counts.get(i));
      }
    }
    return OptionalInt.empty();
  }

  /** The score at {@code count} measurements; NaN where the pool has fewer. */
  double at(int count, ToDoubleFunction<Scores> score) {
    int index = counts.indexOf(count);
    return index < 0 ? Double.NaN : score.applyAsDouble(scores.get(index));
  }
}
