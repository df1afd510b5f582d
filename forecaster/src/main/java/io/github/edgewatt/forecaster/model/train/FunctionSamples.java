package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.FunctionFeatures;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.Repeat;
import io.github.edgewatt.forecaster.model.FunctionTarget;
import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Observations as samples for learners that judge one function of a load at a time. */
final class FunctionSamples {
  /** A function alone is overloaded below this success, upstream's rule. */
  private static final double LEAST_SUCCESS = 0.9;

  private static final double MICRO = 1e-6;
  private static final double NANO = 1e-9;
  private static final int STEPS_BETWEEN_RATES = 2;

  private final List<double[]> features = new ArrayList<>();
  private final List<Double> targets = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();

  private FunctionSamples() {}

  /**
   * Whether each function overloads, as the share of its repeats; functions alone belong to it,
   * read off the profiles between their measured rates, for the profiled kind of node.
   */
  static Samples overload(
      List<Observation> observations, double[] weights, Profiles profiles, CpuPhysics physics) {
    FunctionSamples samples = new FunctionSamples();
    for (int i = 0; i < observations.size(); i++) {
      samples.add(
          observations.get(i),
          weights[i],
          profiles,
          physics,
          true,
          row -> row.overloaded() ? 1 : 0);
    }
    for (CostProfile profile : profiles.functions().values()) {
      samples.addAlone(profile, profiles, physics);
    }
    return samples.samples();
  }

  /** A figure of each function, as the mean of its repeats. */
  static Samples of(
      FunctionTarget target,
      List<Observation> observations,
      double[] weights,
      Profiles profiles,
      CpuPhysics physics) {
    FunctionSamples samples = new FunctionSamples();
    for (int i = 0; i < observations.size(); i++) {
      samples.add(observations.get(i), weights[i], profiles, physics, false, figure(target));
    }
    return samples.samples();
  }

  /** How a function's figure is read off a row, in the target's unit. */
  static ToDoubleFunction<FunctionRow> figure(FunctionTarget target) {
    return switch (target) {
      case CPU -> FunctionRow::cpuPercent;
      case RAM -> FunctionRow::ramBytes;
      case POWER -> row -> row.powerMicrowatts() * MICRO;
      case LATENCY -> row -> row.meanLatencyNanos() * NANO;
    };
  }

  /** The mean of a function's figure over repeats; NaN where none tells. */
  static double mean(
      Observation observation,
      String function,
      boolean withSpoilt,
      ToDoubleFunction<FunctionRow> figure) {
    double sum = 0;
    int count = 0;
    for (Repeat repeat : observation.repeats()) {
      for (FunctionRow row : repeat.functions()) {
        double value = figure.applyAsDouble(row);
        if (row.function().equals(function)
            && (withSpoilt || repeat.costs())
            && Double.isFinite(value)) {
          sum += value;
          count++;
        }
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private void add(
      Observation observation,
      double weight,
      Profiles profiles,
      CpuPhysics physics,
      boolean withSpoilt,
      ToDoubleFunction<FunctionRow> figure) {
    Load load = observation.load();
    for (String function : observation.rates().keySet()) {
      double value = mean(observation, function, withSpoilt, figure);
      if (Double.isFinite(value)) {
        features.add(FunctionFeatures.of(function, load, profiles, physics));
        targets.add(value);
        weights.add(weight);
      }
    }
  }

  private void addAlone(CostProfile profile, Profiles profiles, CpuPhysics physics) {
    NodeType node = NodeType.ofCores(profiles.cores());
    Idle unknown = new Idle(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    int below = 0;
    for (CostProfile.Point point : profile.points()) {
      for (int step = 1; step <= STEPS_BETWEEN_RATES; step++) {
        double rate = below + (double) step / STEPS_BETWEEN_RATES * (point.rate() - below);
        Load load = Load.of(node, Map.of(profile.function(), rate), unknown);
        features.add(FunctionFeatures.of(profile.function(), load, profiles, physics));
        targets.add(profile.success(rate) < LEAST_SUCCESS ? 1.0 : 0.0);
        weights.add(1.0);
      }
      below = point.rate();
    }
  }

  private Samples samples() {
    return new Samples(
        features.toArray(double[][]::new),
        targets.stream().mapToDouble(Double::doubleValue).toArray(),
        weights.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
