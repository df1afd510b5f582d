package io.github.edgewatt.benchmarks.forecast;

import io.github.edgewatt.forecaster.suggest.Measured;
import io.github.edgewatt.forecaster.suggest.Outlook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How good forecasts are.
 *
 * @param cpu R2 of the CPU increase over idle, pooled, a combination of n configurations weighing
 *     √n
 * @param precision average precision of the overload
 * @param f1 F1 of the overload at a probability of .5
 */
record Scores(double cpu, double precision, double f1) {

  static Scores of(List<Measured> truth, List<Outlook.Expected> forecasts) {
    Map<List<String>, Integer> sizes = new HashMap<>();
    truth.forEach(it -> sizes.merge(it.configuration().functions(), 1, Integer::sum));
    double[] weights =
        truth.stream()
            .mapToDouble(it -> 1 / Math.sqrt(sizes.get(it.configuration().functions())))
            .toArray();
    return new Scores(
        r2(truth, forecasts, weights), precision(truth, forecasts), f1(truth, forecasts));
  }

  /** Figure by figure. */
  static Scores mean(List<Scores> scores) {
    return new Scores(
        scores.stream().mapToDouble(Scores::cpu).average().orElse(Double.NaN),
        scores.stream().mapToDouble(Scores::precision).average().orElse(Double.NaN),
        scores.stream().mapToDouble(Scores::f1).average().orElse(Double.NaN));
  }

  private static double r2(
      List<Measured> truth, List<Outlook.Expected> forecasts, double[] weights) {
    double total = 0;
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (Double.isFinite(truth.get(i).cpuIncreasePercent())) {
        total += weights[i];
        sum += weights[i] * truth.get(i).cpuIncreasePercent();
      }
    }
    double around = 0;
    double left = 0;
    for (int i = 0; i < weights.length; i++) {
      double y = truth.get(i).cpuIncreasePercent();
      if (Double.isFinite(y)) {
        around += weights[i] * Math.pow(y - sum / total, 2);
        left += weights[i] * Math.pow(y - forecasts.get(i).cpuIncreasePercent(), 2);
      }
    }
    return 1 - left / around;
  }

  /** Mean over the overloaded of the precision at their place. */
  private static double precision(List<Measured> truth, List<Outlook.Expected> forecasts) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, truth.size()).boxed().toList());
    order.sort(Comparator.comparingDouble(i -> -forecasts.get(i).overload()));
    int found = 0;
    double sum = 0;
    for (int place = 0; place < order.size(); place++) {
      if (truth.get(order.get(place)).overloaded()) {
        found++;
        sum += (double) found / (place + 1);
      }
    }
    return sum / found;
  }

  private static double f1(List<Measured> truth, List<Outlook.Expected> forecasts) {
    int both = 0;
    int either = 0;
    for (int i = 0; i < truth.size(); i++) {
      boolean asked = forecasts.get(i).overload() >= 0.5;
      boolean is = truth.get(i).overloaded();
      both += asked && is ? 1 : 0;
      either += (asked ? 1 : 0) + (is ? 1 : 0);
    }
    return either == 0 ? 1 : 2.0 * both / either;
  }
}
