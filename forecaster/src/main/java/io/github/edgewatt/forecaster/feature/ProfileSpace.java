package io.github.edgewatt.forecaster.feature;

import io.github.edgewatt.forecaster.profile.Profiles;
import java.util.List;

/**
 * Sums of what functions cost alone, and the physics: {@link NodeFeatures}.
 *
 * @param profiles what functions cost alone
 * @param physics fitted on mixes, or the prior
 */
public record ProfileSpace(Profiles profiles, CpuPhysics physics) implements FeatureSpace {
  @Override
  public String family() {
    return "profiles";
  }

  @Override
  public List<String> names() {
    return NodeFeatures.NAMES;
  }

  @Override
  public double[] of(Load load) {
    return NodeFeatures.of(load, profiles, physics);
  }
}
