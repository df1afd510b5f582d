package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.FeatureSpace;
import io.github.edgewatt.forecaster.feature.FunctionFeatures;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.RateSpace;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.FunctionTarget;
import io.github.edgewatt.forecaster.model.Regressor;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What learners say of one fold's test data, trained on its training data: with fewer samples and
 * trees than the final fit, for it is done many times.
 */
final class OutOfFold {
  private static final int MOST_TRAINING = 2_000;
  private static final int MOST_JUDGED = 3_000;
  private static final int MOST_TEST = 3_000;
  private static final int MOST_FUNCTION_TRAINING = 2_000;
  private static final int TREES = 30;

  /** Learners' forecast increases, in the order of {@link #test}. */
  final Map<Target, Map<Learner, double[]>> increases = new EnumMap<>(Target.class);

  /** Scores of overload, in the order of {@link #test}; empty where none could be trained. */
  final double[] overload;

  /** Functions' figures: measured and forecast, and the pair each belongs to. */
  final Map<FunctionTarget, List<FunctionFigure>> functions = new EnumMap<>(FunctionTarget.class);

  /** What was forecast. */
  final List<Observation> test;

  /** A function's figure, measured and forecast out of fold. */
  record FunctionFigure(String pair, double measured, double forecast) {}

  private final List<Observation> training;
  private final List<Observation> judged;
  private final double[] weights;
  private final Profiles profiles;
  private final CpuPhysics physics;
  private final Optional<RateSpace> rates;
  private final long seed;

  OutOfFold(
      Folds.Fold fold,
      Profiles profiles,
      Optional<RateSpace> rates,
      List<FunctionTarget> functionTargets,
      long seed) {
    this.training = Subsets.ofPairs(fold.train(), MOST_TRAINING, seed);
    this.judged = Subsets.ofPairs(fold.train(), MOST_JUDGED, seed);
    this.test = Subsets.random(fold.test(), MOST_TEST, seed);
    this.weights = Weights.byPair(training);
    this.profiles = profiles;
    this.rates = rates;
    this.seed = seed;
    this.physics = rates.isPresent() ? CpuPhysics.PRIOR : Spaces.physics(training, profiles, seed);
    FeatureSpace space = Spaces.of(rates, profiles, physics);
    double[][] seen = Fitting.features(space, training);
    double[][] asked = Fitting.features(space, test);
    for (Target target : Target.values()) {
      forecast(target, space, seen, asked);
    }
    this.overload = rates.isPresent() ? overloadByNode(seen, asked) : overloadByFunction();
    for (FunctionTarget target : functionTargets) {
      forecast(target);
    }
  }

  private void forecast(Target target, FeatureSpace space, double[][] seen, double[][] asked) {
    int[] columns = TargetFeatures.columns(space, target);
    boolean absolute = rates.isPresent();
    Optional<Samples> samples = Fitting.samples(training, weights, seen, columns, target, absolute);
    if (samples.isEmpty()) {
      return;
    }
    Map<Learner, double[]> byLearner = new EnumMap<>(Learner.class);
    Learner.fit(
            TargetFeatures.learners(space, target),
            samples.get(),
            TargetFeatures.physicsColumn(space),
            TREES,
            seed)
        .forEach(
            (learner, regressor) -> {
              double[] forecast = new double[test.size()];
              for (int i = 0; i < forecast.length; i++) {
                double value = regressor.at(TargetFeatures.select(asked[i], columns));
                forecast[i] = absolute ? value - target.of(test.get(i).load().idle()) : value;
              }
              byLearner.put(learner, forecast);
            });
    increases.put(target, byLearner);
  }

  private double[] overloadByFunction() {
    Samples samples = FunctionSamples.overload(judged, Weights.byPair(judged), profiles, physics);
    if (samples.size() == 0) {
      return new double[0];
    }
    Regressor forest = Fitting.overloadForest(samples, TREES, seed);
    double[] scores = new double[test.size()];
    for (int i = 0; i < scores.length; i++) {
      Load load = test.get(i).load();
      double none = 1;
      for (String function : load.rates().keySet()) {
        double[] features = FunctionFeatures.of(function, load, profiles, physics);
        none *= 1 - Math.min(1, Math.max(0, forest.at(features)));
      }
      scores[i] = 1 - none;
    }
    return scores;
  }

  private double[] overloadByNode(double[][] seen, double[][] asked) {
    double[] shares = training.stream().mapToDouble(Observation::overloadedShare).toArray();
    Regressor forest = Fitting.overloadForest(new Samples(seen, shares, weights), TREES, seed);
    double[] scores = new double[test.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.min(1, Math.max(0, forest.at(asked[i])));
    }
    return scores;
  }

  private void forecast(FunctionTarget target) {
    List<Observation> fewer = Subsets.ofPairs(training, MOST_FUNCTION_TRAINING, seed);
    Samples samples = FunctionSamples.of(target, fewer, Weights.byPair(fewer), profiles, physics);
    if (samples.size() == 0) {
      return;
    }
    Regressor regressor = Fitting.function(samples, TREES, seed);
    List<FunctionFigure> figures = new ArrayList<>();
    for (Observation observation : Subsets.random(test, MOST_FUNCTION_TRAINING, seed)) {
      Load load = observation.load();
      for (String function : load.rates().keySet()) {
        double measured =
            FunctionSamples.mean(observation, function, false, FunctionSamples.figure(target));
        if (Double.isFinite(measured)) {
          double[] features = FunctionFeatures.of(function, load, profiles, physics);
          figures.add(new FunctionFigure(observation.pair(), measured, regressor.at(features)));
        }
      }
    }
    functions.put(target, figures);
  }
}
