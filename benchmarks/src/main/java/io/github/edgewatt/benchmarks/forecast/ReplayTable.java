package io.github.edgewatt.benchmarks.forecast;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The orders side by side: scores over the number of measurements, and how many each seed needs for
 * what random order reaches.
 *
 * @param seeds how often the rule and random order are replayed
 * @param tasks scored together: a curve is the mean over them
 */
record ReplayTable(int seeds, List<Task> tasks) {
  private static final List<Integer> SHOWN = List.of(10, 20, 40, 80, 160, 320);

  /** Random order's mean scores after these many are the ones to reach. */
  private static final List<Integer> TARGETS = List.of(80, 160, 320);

  private static final int MOST = 400;

  private static final Map<String, ToDoubleFunction<Scores>> FIGURES = new LinkedHashMap<>();

  static {
    FIGURES.put("CPU R2", Scores::cpu);
    FIGURES.put("overload AP", Scores::precision);
    FIGURES.put("overload F1", Scores::f1);
  }

  void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%n## %s: %s configurations to choose from, %s to forecast, %d %s%n",
        tasks.get(0).name(),
        tasks.stream().map(task -> "" + task.pool().size()).collect(Collectors.joining("/")),
        tasks.stream().map(task -> "" + task.test().size()).collect(Collectors.joining("/")),
        seeds,
        "seeds");
    Map<Order, List<Curve>> curves = new LinkedHashMap<>();
    curves.put(Order.RULE, curves(Order.RULE, seeds, MOST));
    curves.put(Order.RANDOM, curves(Order.RANDOM, seeds, MOST));
    curves.put(Order.GRID, curves(Order.GRID, 1, Integer.MAX_VALUE));
    FIGURES.forEach((name, figure) -> print(out, name, figure, curves));
  }

  private void print(
      PrintStream out,
      String name,
      ToDoubleFunction<Scores> figure,
      Map<Order, List<Curve>> curves) {
    out.printf(Locale.ROOT, "%n%-28s", name + " after");
    SHOWN.forEach(count -> out.printf(Locale.ROOT, "%8d", count));
    out.println();
    curves.forEach(
        (order, list) -> {
          out.printf(Locale.ROOT, "  %-26s", order.name().toLowerCase(Locale.ROOT) + ", mean");
          SHOWN.forEach(count -> out.printf(Locale.ROOT, "%8.3f", mean(list, count, figure)));
          out.println();
        });
    for (int count : TARGETS) {
      double target = mean(curves.get(Order.RANDOM), count, figure);
      if (Double.isFinite(target)) {
        out.printf(Locale.ROOT, "  needed for %.3f (random after %d), by seed%n", target, count);
        curves.forEach((order, list) -> needed(out, order, list, figure, target));
      }
    }
  }

  /** With an even number of seeds the median is the upper one of the two in the middle. */
  private static void needed(
      PrintStream out,
      Order order,
      List<Curve> list,
      ToDoubleFunction<Scores> figure,
      double target) {
    List<OptionalInt> needed = list.stream().map(curve -> curve.reaches(figure, target)).toList();
    int[] sorted = needed.stream().mapToInt(it -> it.orElse(Integer.MAX_VALUE)).sorted().toArray();
    int median = sorted[sorted.length / 2];
    out.printf(
        Locale.ROOT,
        "    %-8s median %5s:%s%n",
        order.name().toLowerCase(Locale.ROOT),
        median == Integer.MAX_VALUE ? "never" : "" + median,
        needed.stream()
            .map(it -> it.isPresent() ? " " + it.getAsInt() : " -")
            .collect(Collectors.joining()));
  }

  private static double mean(List<Curve> curves, int count, ToDoubleFunction<Scores> figure) {
    return curves.stream().mapToDouble(it -> it.at(count, figure)).average().orElse(Double.NaN);
  }

  /** A curve a seed, the mean over the tasks. */
  private List<Curve> curves(Order order, int replays, int most) {
    List<Curve> curves = new ArrayList<>();
    for (int seed = 1; seed <= replays; seed++) {
      long own = seed;
      List<Curve> parts = tasks.stream().map(task -> Curve.replay(task, order, own, most)).toList();
      curves.add(Curve.mean(parts));
    }
    return curves;
  }
}
