package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.placement.Replicas;
import io.github.edgewatt.scaling.tuning.ScalingSettings;
import io.github.edgewatt.steering.energy.EnergyPerRequest;

/**
 * The baselines: {@code hpa} by CPU and {@code hlpa} by a percentile of times over the whole
 * cluster, {@code hcpa} and {@code hlcpa} likewise in each zone by itself. They remember nothing.
 */
final class BaselinePolicy implements ScalingPolicy {
  private final ScalingSettings settings;

  BaselinePolicy(ScalingSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return settings.policy();
  }

  @Override
  public Outcome decide(SnapshotIndex index, EnergyPerRequest energy, ScalingMemory memory) {
    BaselineRound round = new BaselineRound(settings, index, Replicas.of(index));
    round.decide();
    return new Outcome(
        round.creations(), round.removals(), round.refusals(), round.readings(), memory);
  }
}
