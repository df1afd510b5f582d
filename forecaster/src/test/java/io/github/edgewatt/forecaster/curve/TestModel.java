package io.github.edgewatt.forecaster.curve;

import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.NodeFeatures;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.IntervalScale;
import io.github.edgewatt.forecaster.model.Linear;
import io.github.edgewatt.forecaster.model.ModelHeader;
import io.github.edgewatt.forecaster.model.TargetModel;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.CostProfile.Point;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model whose CPU is 10 % of one core at rest and what the profiles say besides, and whose power
 * is 40 W at rest and so many watts per percent of one core besides.
 */
final class TestModel {
  private TestModel() {}

  static TrainedModel of(Map<NodeType, Idle> nodes, double wattsPerPercent) {
    return of(
        nodes,
        Map.of(
            Target.CPU,
            target("cpu_percent", 1),
            Target.POWER,
            target("cpu_percent", wattsPerPercent)));
  }

  static TrainedModel of(Map<NodeType, Idle> nodes, Map<Target, TargetModel> targets) {
    Profiles profiles =
        new Profiles(4, Map.of("env", profile("env", 1), "nmap", profile("nmap", 2)));
    return new TrainedModel(
        new ModelHeader(
            "test", Instant.EPOCH, 1, "", 0, 0, List.of("MID env+nmap"), Map.of(), List.of()),
        profiles,
        CpuPhysics.PRIOR,
        Optional.empty(),
        nodes,
        Map.of("env", 100.0, "nmap", 100.0),
        targets,
        Optional.empty(),
        Map.of(),
        Map.of());
  }

  static TargetModel target(String feature, double weight) {
    return new TargetModel(
        "ridge",
        List.of(feature),
        new int[] {NodeFeatures.NAMES.indexOf(feature)},
        new Linear(0, new double[] {weight}),
        false,
        new IntervalScale(1, 0.1, -1.5, 1.5));
  }

  static Idle idle(double powerWatts) {
    return new Idle(10, 1e9, 25, powerWatts);
  }

  private static CostProfile profile(String function, double percentPerRequest) {
    List<Point> points = new ArrayList<>();
    for (int rate = 10; rate <= 100; rate += 10) {
      points.add(new Point(rate, percentPerRequest * rate, 1e7, 0.01 * rate, 0.01, 1));
    }
    return new CostProfile(function, points);
  }
}
