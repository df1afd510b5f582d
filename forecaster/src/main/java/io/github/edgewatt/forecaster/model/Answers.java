package io.github.edgewatt.forecaster.model;

import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.FeatureSpace;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeFeatures;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Forecast.FunctionForecast;
import io.github.edgewatt.forecaster.model.TrainedRange.Reach;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The answers to a few loads, worked out together: every learner walks all of them at once. */
final class Answers {
  private static final int DEMAND = NodeFeatures.NAMES.indexOf("demand_percent");
  private static final int PHYSICS_CPU = NodeFeatures.NAMES.indexOf("physics_cpu_percent");

  /** A higher rate counts as this one: far beyond every node, far below where figures overflow. */
  private static final double MOST_RATE = 1e9;

  private final TrainedModel model;
  private final TrainedRange range;
  private final boolean ownSpace;
  private final Load[] asked;
  private final Load[] seen;
  private final double[][] spaces;
  private final Reach[] reaches;
  private final FunctionAnswers functions;

  /**
   * @param loads of known functions on known nodes, with their figures at rest
   */
  Answers(
      TrainedModel model,
      FeatureSpace space,
      TrainedRange range,
      List<Load> loads,
      boolean withFunctions) {
    this.model = model;
    this.range = range;
    ownSpace = model.rates().isEmpty();
    int size = loads.size();
    asked = loads.toArray(Load[]::new);
    seen = new Load[size];
    spaces = new double[size][];
    reaches = new Reach[size];
    for (int i = 0; i < size; i++) {
      seen[i] = bounded(asked[i]);
      spaces[i] = space.of(seen[i]);
      reaches[i] = range.reach(asked[i], ownSpace ? spaces[i][DEMAND] : Double.NaN);
    }
    functions = new FunctionAnswers(model, seen, withFunctions);
  }

  private static Load bounded(Load load) {
    for (double rate : load.rates().values()) {
      if (rate > MOST_RATE) {
        TreeMap<String, Double> rates = new TreeMap<>(load.rates());
        rates.replaceAll((function, value) -> Math.min(value, MOST_RATE));
        return new Load(load.node(), rates, load.idle());
      }
    }
    return load;
  }

  List<Forecast> all() {
    List<Map<Target, Interval>> nodes = new ArrayList<>(asked.length);
    for (int i = 0; i < asked.length; i++) {
      nodes.add(new EnumMap<>(Target.class));
    }
    model.targets().forEach((target, learned) -> answer(target, learned, nodes));
    adaptedWithoutLearner(nodes);
    double[] overloads = overloads();
    List<Forecast> forecasts = new ArrayList<>(asked.length);
    for (int i = 0; i < asked.length; i++) {
      Map<String, FunctionForecast> parts = functions.of(i, range);
      forecasts.add(
          new Forecast(asked[i], nodes.get(i), overloads[i], parts, reaches[i].warnings()));
    }
    return forecasts;
  }

  private void answer(Target target, TargetModel learned, List<Map<Target, Interval>> nodes) {
    double[] rests = new double[asked.length];
    for (int i = 0; i < asked.length; i++) {
      double rest = target.of(asked[i].idle());
      rests[i] = learned.absolute() && Double.isNaN(rest) ? 0 : rest;
    }
    double[] increases = learned.increases(spaces, rests);
    for (int i = 0; i < asked.length; i++) {
      if (!Double.isNaN(rests[i])) {
        nodes.get(i).put(target, interval(i, target, learned, rests[i], increases[i]));
      }
    }
  }

  /** The CPU of an adapted node needs its physics alone. */
  private void adaptedWithoutLearner(List<Map<Target, Interval>> nodes) {
    for (int i = 0; i < asked.length; i++) {
      double rest = asked[i].idle().cpuPercent();
      Adaptation adaptation = model.adaptations().get(asked[i].node());
      if (adaptation != null && !model.targets().containsKey(Target.CPU) && !Double.isNaN(rest)) {
        nodes.get(i).put(Target.CPU, adaptedCpu(i, adaptation, rest));
      }
    }
  }

  private Interval interval(
      int i, Target target, TargetModel learned, double rest, double learnedIncrease) {
    Adaptation adaptation = model.adaptations().get(asked[i].node());
    if (target == Target.CPU && adaptation != null && ownSpace) {
      return adaptedCpu(i, adaptation, rest);
    }
    boolean atRest = asked[i].rates().isEmpty() && !Double.isNaN(target.of(asked[i].idle()));
    double increase = atRest ? 0 : learnedIncrease;
    double widening = 1 + reaches[i].distance();
    if (adaptation != null) {
      increase *= adaptation.factors().getOrDefault(target, 1.0);
      widening *= adaptation.widening();
    }
    if (ownSpace && reaches[i].distance() > 0) {
      // A line may fall below rest where it was never held; more load never gives back.
      increase = Math.max(increase, target == Target.CPU ? spaces[i][PHYSICS_CPU] : 0);
    }
    return Limits.of(target, asked[i], Limits.widened(learned.scale(), rest, increase, widening));
  }

  private Interval adaptedCpu(int i, Adaptation adaptation, double rest) {
    CpuPhysics physics = adaptation.physics();
    Load load = seen[i];
    double demand = physics.demandPercent(load.node(), load.rates(), model.profiles());
    double increase = physics.increasePercent(load.node(), demand);
    double widening = 1 + reaches[i].distance();
    return Limits.of(
        Target.CPU, asked[i], Limits.widened(adaptation.cpu(), rest, increase, widening));
  }

  private double[] overloads() {
    double[] overloads = new double[asked.length];
    if (model.overload().isEmpty()) {
      Arrays.fill(overloads, Double.NaN);
      return overloads;
    }
    OverloadModel overload = model.overload().get();
    double[] scores = overload.perFunction() ? functions.nodeScores() : overload.scores(spaces);
    for (int i = 0; i < asked.length; i++) {
      overloads[i] =
          asked[i].rates().isEmpty()
              ? 0
              : Limits.doubted(overload.calibration().at(scores[i]), reaches[i].distance());
    }
    return overloads;
  }
}
