package io.github.edgewatt.benchmarks.forecast;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.forecaster.suggest.Measured;
import io.github.edgewatt.forecaster.suggest.NextConfigurations;
import io.github.edgewatt.forecaster.suggest.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** An order in which a pool is measured. */
enum Order {
  RULE {
    @Override
    List<Configuration> next(
        Task task, List<Configuration> open, List<Measured> measured, int count, long seed) {
      return new NextConfigurations(task.model(measured), measured)
          .among(open, count, seed * 1_000 + measured.size()).stream()
              .map(Suggestion::configuration)
              .toList();
    }
  },
  RANDOM {
    @Override
    List<Configuration> next(
        Task task, List<Configuration> open, List<Measured> measured, int count, long seed) {
      List<Configuration> shuffled = new ArrayList<>(open);
      Collections.shuffle(shuffled, new Random(seed * 1_000 + measured.size()));
      return shuffled.subList(0, Math.min(count, shuffled.size()));
    }
  },
  GRID {
    @Override
    List<Configuration> next(
        Task task, List<Configuration> open, List<Measured> measured, int count, long seed) {
      return open.stream().sorted(LEXICOGRAPHIC).limit(count).toList();
    }
  };

  private static final Comparator<Configuration> LEXICOGRAPHIC =
      Comparator.<Configuration, String>comparing(it -> String.join("+", it.functions()))
          .thenComparing(Configuration::rates, Order::compare);

  /**
   * The next configurations to measure.
   *
   * @param open what is neither measured nor dominated
   */
  abstract List<Configuration> next(
      Task task, List<Configuration> open, List<Measured> measured, int count, long seed);

  private static int compare(List<Integer> a, List<Integer> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = Integer.compare(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
