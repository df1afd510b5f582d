package io.github.edgewatt.forecaster.model;

import io.github.edgewatt.forecaster.feature.FunctionFeatures;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.model.Forecast.FunctionForecast;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The functions' parts in the answers to a few loads, one row for each function of each load. */
final class FunctionAnswers {
  private final TrainedModel model;
  private final Load[] loads;

  /** Where each load's rows start, and at the end how many rows there are. */
  private final int[] starts;

  private final double[] scores;
  private final EnumMap<FunctionTarget, double[]> values = new EnumMap<>(FunctionTarget.class);

  /**
   * @param withFigures whether the functions' figures are asked for; their overload always is where
   *     the node's hangs on it
   */
  FunctionAnswers(TrainedModel model, Load[] loads, boolean withFigures) {
    this.model = model;
    this.loads = loads;
    starts = new int[loads.length + 1];
    for (int i = 0; i < loads.length; i++) {
      starts[i + 1] = starts[i] + loads[i].rates().size();
    }
    boolean judged = model.overload().filter(OverloadModel::perFunction).isPresent();
    boolean figures = withFigures && !model.functionTargets().isEmpty();
    double[][] rows = judged || figures ? rows() : new double[0][];
    scores = judged ? model.overload().get().scores(rows) : new double[0];
    if (figures) {
      double[] rests = new double[rows.length];
      model
          .functionTargets()
          .forEach((target, learned) -> values.put(target, learned.increases(rows, rests)));
    }
  }

  private double[][] rows() {
    double[][] rows = new double[starts[loads.length]][];
    int row = 0;
    for (Load load : loads) {
      double saturation = FunctionFeatures.saturation(load, model.profiles(), model.physics());
      for (String function : load.rates().keySet()) {
        rows[row++] = FunctionFeatures.of(function, load, model.profiles(), saturation);
      }
    }
    return rows;
  }

  /** The score that any function of a load overloads: {@code 1 - Π(1 - p_f)}. */
  double[] nodeScores() {
    double[] nodes = new double[loads.length];
    for (int i = 0; i < loads.length; i++) {
      double none = 1;
      for (int row = starts[i]; row < starts[i + 1]; row++) {
        none *= 1 - scores[row];
      }
      nodes[i] = 1 - none;
    }
    return nodes;
  }

  /** The parts of load {@code i}; empty where nothing of them is known. */
  Map<String, FunctionForecast> of(int i, TrainedRange range) {
    if (scores.length == 0 && values.isEmpty()) {
      return Map.of();
    }
    Map<String, FunctionForecast> parts = new TreeMap<>();
    int row = starts[i];
    for (Map.Entry<String, Double> entry : loads[i].rates().entrySet()) {
      double distance = range.distance(entry.getKey(), entry.getValue());
      EnumMap<FunctionTarget, Interval> figures = new EnumMap<>(FunctionTarget.class);
      for (Map.Entry<FunctionTarget, double[]> figure : values.entrySet()) {
        FunctionTarget target = figure.getKey();
        IntervalScale scale = model.functionTargets().get(target).scale();
        Interval raw = Limits.widened(scale, 0, figure.getValue()[row], 1 + distance);
        figures.put(target, Limits.of(target, loads[i], raw));
      }
      double overload = scores.length == 0 ? Double.NaN : Limits.doubted(scores[row], distance);
      parts.put(entry.getKey(), new FunctionForecast(figures, overload));
      row++;
    }
    return parts;
  }
}
