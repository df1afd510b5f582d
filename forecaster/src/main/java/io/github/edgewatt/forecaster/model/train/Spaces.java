package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.FeatureSpace;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.ProfileSpace;
import io.github.edgewatt.forecaster.feature.RateSpace;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fits what a feature space needs to training data: the physics, where it is our own. */
final class Spaces {
  /** More than this do not move the physics any more. */
  private static final int MOST_CASES = 2_000;

  private Spaces() {}

  /** The physics of {@code training}. */
  static CpuPhysics physics(List<Observation> training, Profiles profiles, long seed) {
    List<Observation> chosen = Subsets.random(training, MOST_CASES, seed);
    double[] weights = Weights.byPair(chosen);
    List<PhysicsFit.Case> cases = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      double increase = chosen.get(i).increase(Target.CPU);
      if (!chosen.get(i).rates().isEmpty() && Double.isFinite(increase)) {
        cases.add(new PhysicsFit.Case(chosen.get(i).load(), increase, weights[i]));
      }
    }
    return PhysicsFit.fit(
        cases, profiles, CpuPhysics.PRIOR, PhysicsFit.firstPriorWeight(cases.size()));
  }

  static FeatureSpace of(Optional<RateSpace> rates, Profiles profiles, CpuPhysics physics) {
    return rates.<FeatureSpace>map(space -> space).orElse(new ProfileSpace(profiles, physics));
  }
}
