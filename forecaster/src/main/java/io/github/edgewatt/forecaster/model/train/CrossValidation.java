package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.RateSpace;
import io.github.edgewatt.forecaster.feature.Repeat;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.FunctionTarget;
import io.github.edgewatt.forecaster.model.IntervalScale;
import io.github.edgewatt.forecaster.model.MonotoneMap;
import io.github.edgewatt.forecaster.score.Ranking;
import io.github.edgewatt.forecaster.score.Regression;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Grouped cross-validation of all learners on training data: picks a learner for each figure, and
 * measures how far its forecasts lie from measurements.
 */
final class CrossValidation {
  private final String what;
  private final List<OutOfFold> folds;

  private CrossValidation(String what, List<OutOfFold> folds) {
    this.what = what;
    this.folds = folds;
  }

  static CrossValidation of(
      TrainingSet set, Optional<RateSpace> rates, List<FunctionTarget> functionTargets, long seed) {
    Folds folds = Folds.of(set.observations(), seed);
    List<OutOfFold> done =
        folds.folds().parallelStream()
            .filter(fold -> fold.train().size() > 1)
            .map(fold -> new OutOfFold(fold, set.profiles(), rates, functionTargets, seed))
            .toList();
    return new CrossValidation(folds.what(), done);
  }

  /** How training data were split. */
  String what() {
    return what;
  }

  /** Residuals of single measurements, not of their means: users meet single ones. */
  private record Residuals(
      List<Double> measured, List<Double> forecast, List<Double> increase, List<String> pairs) {
    Residuals() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    double rmse() {
      return Regression.rmse(array(measured), array(forecast));
    }

    /** In the target's unit; see {@link #choose(Target)}. */
    double typicalError() {
      Map<String, double[]> squares = new TreeMap<>();
      for (int i = 0; i < measured.size(); i++) {
        double[] sum = squares.computeIfAbsent(pairs.get(i), unused -> new double[2]);
        sum[0] += Math.pow(measured.get(i) - forecast.get(i), 2);
        sum[1]++;
      }
      double logs =
          squares.values().stream()
              .mapToDouble(sum -> Math.log(Math.max(sum[0] / sum[1], Double.MIN_NORMAL)) / 2)
              .average()
              .orElseThrow();
      return Math.exp(logs);
    }

    double r2() {
      return Regression.r2(array(measured), array(forecast));
    }

    static double[] array(List<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /**
   * The learner with the least error, its intervals and scores; empty where nothing tells of {@code
   * target}.
   *
   * <p>The error is the geometric mean of the groups' root mean squared errors: a learner that is
   * better in most combinations wins, even where one combination is unlike all others, such as the
   * only one on a kind of node, and throws every learner off.
   */
  Optional<Choice> choose(Target target) {
    Map<Learner, Residuals> residuals = new EnumMap<>(Learner.class);
    for (OutOfFold fold : folds) {
      fold.increases
          .getOrDefault(target, Map.of())
          .forEach(
              (learner, increases) ->
                  collect(
                      residuals.computeIfAbsent(learner, unused -> new Residuals()),
                      target,
                      fold.test,
                      increases));
    }
    residuals.values().removeIf(one -> one.measured().isEmpty());
    if (residuals.isEmpty()) {
      return Optional.empty();
    }
    Map<Learner, Double> errors = new EnumMap<>(Learner.class);
    Map<Learner, Double> r2 = new EnumMap<>(Learner.class);
    residuals.forEach(
        (learner, one) -> {
          errors.put(learner, one.typicalError());
          r2.put(learner, one.r2());
        });
    Learner best =
        errors.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
    Residuals chosen = residuals.get(best);
    double rmse = chosen.rmse();
    double[] rest = new double[chosen.measured().size()];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = chosen.measured().get(i) - chosen.forecast().get(i);
    }
    IntervalScale scale = IntervalFit.fit(rest, Residuals.array(chosen.increase()), chosen.pairs());
    return Optional.of(new Choice(best, rmse, r2, scale));
  }

  /**
   * What cross-validation says of a figure.
   *
   * @param best the learner chosen
   * @param rmse the chosen learner's root mean squared error, in the target's unit
   * @param r2 each learner's R2
   * @param scale the chosen learner's intervals
   */
  record Choice(Learner best, double rmse, Map<Learner, Double> r2, IntervalScale scale) {}

  private static void collect(
      Residuals residuals, Target target, List<Observation> test, double[] increases) {
    for (int i = 0; i < increases.length; i++) {
      for (Repeat repeat : test.get(i).repeats()) {
        double rest = target.of(repeat.idle());
        if (Double.isFinite(repeat.increase(target))) {
          residuals.measured().add(repeat.measured(target));
          residuals.forecast().add(rest + increases[i]);
          residuals.increase().add(increases[i]);
          residuals.pairs().add(test.get(i).pair());
        }
      }
    }
  }

  /**
   * How scores of overload become probabilities.
   *
   * @param calibration score to probability
   * @param threshold the probability of the best F1
   * @param averagePrecision of the scores
   * @param f1 at the threshold
   */
  record OverloadChoice(
      MonotoneMap calibration, double threshold, double averagePrecision, double f1) {}

  /** Empty where no measurement or every one is overloaded, or nothing was forecast. */
  Optional<OverloadChoice> overload() {
    List<Double> scores = new ArrayList<>();
    List<Boolean> happened = new ArrayList<>();
    for (OutOfFold fold : folds) {
      for (int i = 0; i < fold.overload.length; i++) {
        for (Repeat repeat : fold.test.get(i).repeats()) {
          scores.add(fold.overload[i]);
          happened.add(repeat.overloaded());
        }
      }
    }
    if (!happened.contains(true) || !happened.contains(false)) {
      return Optional.empty();
    }
    double[] score = Residuals.array(scores);
    double[] outcome = happened.stream().mapToDouble(one -> one ? 1 : 0).toArray();
    boolean[] flags = new boolean[outcome.length];
    MonotoneMap calibration = CalibrationFit.fit(score, outcome);
    double[] probability = new double[score.length];
    for (int i = 0; i < score.length; i++) {
      flags[i] = happened.get(i);
      probability[i] = calibration.at(score[i]);
    }
    double threshold = Ranking.bestThreshold(probability, flags);
    return Optional.of(
        new OverloadChoice(
            calibration,
            threshold,
            Ranking.averagePrecision(score, flags),
            Ranking.f1(probability, flags, threshold)));
  }

  /** A function figure's intervals and R2; empty where nothing tells of it. */
  Optional<FunctionChoice> choose(FunctionTarget target) {
    List<OutOfFold.FunctionFigure> figures =
        folds.stream()
            .flatMap(fold -> fold.functions.getOrDefault(target, List.of()).stream())
            .toList();
    if (figures.isEmpty()) {
      return Optional.empty();
    }
    double[] measured = figures.stream().mapToDouble(OutOfFold.FunctionFigure::measured).toArray();
    double[] forecast = figures.stream().mapToDouble(OutOfFold.FunctionFigure::forecast).toArray();
    double[] rest = new double[measured.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = measured[i] - forecast[i];
    }
    List<String> pairs = figures.stream().map(OutOfFold.FunctionFigure::pair).toList();
    return Optional.of(
        new FunctionChoice(
            IntervalFit.fit(rest, forecast, pairs), Regression.r2(measured, forecast)));
  }

  /**
   * What cross-validation says of a function's figure.
   *
   * @param scale its intervals
   * @param r2 over all folds
   */
  record FunctionChoice(IntervalScale scale, double r2) {}
}
