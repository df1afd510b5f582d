package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.NodeFeatures;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.ProfileSpace;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Linear;
import io.github.edgewatt.forecaster.model.TargetModel;
import io.github.edgewatt.forecaster.model.TrainedModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a forecast has to beat. Their intervals come from training residuals and flatter them. */
public final class Baselines {
  private static final double PENALTY = 1e-3;

  private Baselines() {}

  /** Nothing ever changes: every figure is that at rest. */
  public static TrainedModel idle(TrainingSet set, long seed, Trainer.Origin origin) {
    return of(set, seed, origin, "idle", false);
  }

  /** Ridge regression on the sums of what functions cost alone, without the physics. */
  public static TrainedModel ridge(TrainingSet set, long seed, Trainer.Origin origin) {
    return of(set, seed, origin, "ridge", true);
  }

  private static TrainedModel of(
      TrainingSet set, long seed, Trainer.Origin origin, String name, boolean fitted) {
    List<Observation> all = set.observations();
    ProfileSpace space = new ProfileSpace(set.profiles(), CpuPhysics.PRIOR);
    double[] weights = Weights.byPair(all);
    double[][] features = Fitting.features(space, all);
    Map<Target, TargetModel> targets = new EnumMap<>(Target.class);
    for (Target target : Target.values()) {
      int[] columns =
          IntStream.of(TargetFeatures.columns(space, target))
              .filter(column -> !NodeFeatures.NAMES.get(column).startsWith("physics"))
              .toArray();
      Fitting.samples(all, weights, features, columns, target, false)
          .ifPresent(
              samples -> {
                Linear line =
                    fitted
                        ? RidgeFit.fit(samples, PENALTY)
                        : new Linear(0, new double[columns.length]);
                targets.put(target, model(name, space, columns, line, samples));
              });
    }
    return new TrainedModel(
        Summaries.header(origin, seed, all, Map.of(), List.of()),
        set.profiles(),
        CpuPhysics.PRIOR,
        Optional.empty(),
        Summaries.nodes(all),
        Summaries.highestRates(all),
        targets,
        Optional.empty(),
        Map.of(),
        Map.of());
  }

  private static TargetModel model(
      String name, ProfileSpace space, int[] columns, Linear line, Samples samples) {
    double[] rest = new double[samples.size()];
    double[] increases = new double[samples.size()];
    for (int i = 0; i < rest.length; i++) {
      increases[i] = line.at(samples.features()[i]);
      rest[i] = samples.targets()[i] - increases[i];
    }
    List<String> one = java.util.Collections.nCopies(rest.length, "");
    return new TargetModel(
        name,
        TargetFeatures.names(space, columns),
        columns,
        line,
        false,
        IntervalFit.fit(rest, increases, one));
  }
}
