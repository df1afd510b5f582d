package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.placement.Replicas;
import io.github.edgewatt.scaling.tuning.ScalingSettings;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.List;

/**
 * The baselines: {@code hpa} by CPU and {@code hlpa} by a percentile of times over the whole
 * cluster, {@code hcpa} and {@code hlcpa} likewise in each zone by itself. They remember nothing.
 */
final class BaselinePolicy implements ScalingPolicy {
  private final ScalingSettings settings;

  /** The others look at CPU use, which does not need anybody to ask. */
  private final boolean byTime;

  BaselinePolicy(ScalingSettings settings) {
    this.settings = settings;
    byTime = settings.policy().equals("hlpa") || settings.policy().equals("hlcpa");
  }

  /**
   * No requests and a Redis that only just came back look the same; a rate of 0 too is something.
   */
  private static boolean anybodyAsked(SnapshotIndex index) {
    return index.snapshot().traces().stream().anyMatch(one -> index.function(one.function()) >= 0)
        || index.snapshot().traffic().stream().anyMatch(one -> index.function(one.function()) >= 0);
  }

  @Override
  public String name() {
    return settings.policy();
  }

  @Override
  public Outcome decide(SnapshotIndex index, EnergyPerRequest energy, ScalingMemory memory) {
    if (byTime && !anybodyAsked(index)) {
      return new Outcome(
          List.of(),
          List.of(),
          List.of("no requests were seen in the look-back: nothing is decided"),
          List.of(),
          memory);
    }
    BaselineRound round = new BaselineRound(settings, index, Replicas.of(index));
    round.decide();
    return new Outcome(
        round.creations(), round.removals(), round.refusals(), round.readings(), memory);
  }
}
