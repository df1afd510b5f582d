package io.github.edgewatt.forecaster.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Made-up forecasts and groups, the same each time. */
final class Samples {
  static final String EVIL = "<b>&\"'</svg>";
  private static final String[] NO_BAND = {};

  private Samples() {}

  /** Forecasts of which about nine in ten lie in their intervals, in two combinations. */
  static Predicted predicted(String target, String unit, int count) {
    Random random = new Random(count);
    double[] observed = new double[count];
    double[] predicted = new double[count];
    double[] low = new double[count];
    double[] high = new double[count];
    String[] band = new String[count];
    for (int i = 0; i < count; i++) {
      predicted[i] = 400 * Math.pow(random.nextDouble(), 2) - 5;
      double spread = 4 + 0.08 * Math.abs(predicted[i]);
      observed[i] = predicted[i] + spread * random.nextGaussian();
      low[i] = predicted[i] - 1.645 * spread;
      high[i] = predicted[i] + 1.645 * spread;
      band[i] = i % 3 == 0 ? "HEAVY env+figlet+shasum" : "MID curl+nmap";
    }
    return new Predicted(target, unit, observed, predicted, low, high, band);
  }

  static Predicted withoutBands(Predicted target) {
    return new Predicted(
        target.target(),
        target.unit(),
        target.observed(),
        target.predicted(),
        target.low(),
        target.high(),
        NO_BAND);
  }

  /** One configuration, forecast rightly, many times. */
  static Predicted constant(double value, int count) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return new Predicted("constant", "W", values, values, values, values, NO_BAND);
  }

  static OverloadScores overload(int count) {
    Random random = new Random(count);
    double[] probability = new double[count];
    boolean[] overloaded = new boolean[count];
    for (int i = 0; i < count; i++) {
      probability[i] = Math.pow(random.nextDouble(), 3);
      overloaded[i] = random.nextDouble() < probability[i];
    }
    return new OverloadScores(probability, overloaded);
  }

  static Importance importance(String target, int features) {
    List<String> names = new ArrayList<>();
    double[] share = new double[features];
    for (int i = 0; i < features; i++) {
      names.add("feature " + i);
      share[i] = Math.pow(0.5, i + 1);
    }
    return new Importance(target, names, share);
  }

  static EvaluationPage evaluation(int count) {
    return new EvaluationPage(
        "model.json, unseen pairs",
        "On pairs never seen, forecasts of CPU explain 95.6 % of the variance.",
        List.of(
            new TextTable(
                "Scores by target",
                List.of("Target", "R²", "MAE", "Coverage, %"),
                1,
                List.of(
                    List.of("Node CPU, % of one core", "0.956", "12.0", "89.6"),
                    List.of("Node power, W", "0.885", "0.14", "88.1")))),
        List.of(
            predicted("Node CPU", "% of one core", count),
            withoutBands(predicted("Node power", "W", count / 40))),
        overload(count),
        List.of(importance("Node CPU", 20), importance("Node power", 7)));
  }

  static GroupingPage grouping() {
    List<String> functions = List.of("figlet", "shasum", "nmap", "env", "curl", "eat-memory");
    List<String> group = List.of("LOW", "LOW", "HIGH", "LOW", "MEDIUM", "HIGH");
    double[] x = {-2, -1.9, 4, -1.8, 0.5, 3.8};
    double[] y = {0.2, 0.25, -1, -0.1, 1.4, 2};
    List<String> groups = List.of("LOW", "MEDIUM", "HIGH");
    List<CostCurve> curves = new ArrayList<>();
    double[] rate = {0, 10, 50, 100, 150, 200};
    for (int i = 0; i < functions.size(); i++) {
      double slope = 0.3 + 0.4 * i;
      double[] cpu = Arrays.stream(rate).map(r -> slope * r).toArray();
      double[] memory = Arrays.stream(rate).map(r -> 2e8 + 1e5 * r).toArray();
      String function = functions.get(i);
      curves.add(new CostCurve(function, group.get(i), "CPU", "% of one core", rate, cpu));
      curves.add(new CostCurve(function, group.get(i), "Memory", "bytes", rate, memory));
    }
    return new GroupingPage(
        "six functions",
        "Six functions fall into three groups.",
        List.of(),
        new ExplainedVariance(new double[] {0.71, 0.18, 0.07, 0.03, 0.01}, 3),
        new Silhouettes(
            new int[] {2, 3, 4, 5},
            new double[] {0.55, 0.62, 0.4, 0.31},
            new double[] {0.8, 0.93, 0.6, 0.5},
            3),
        List.of(
            new FunctionMap(
                "first component, 71 %", "second component, 18 %", functions, x, y, group, groups)),
        curves);
  }
}
