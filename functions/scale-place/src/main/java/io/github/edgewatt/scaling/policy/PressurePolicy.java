package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.placement.Cheapest;
import io.github.edgewatt.scaling.placement.Nearest;
import io.github.edgewatt.scaling.placement.Placement;
import io.github.edgewatt.scaling.placement.Replicas;
import io.github.edgewatt.scaling.pressure.Pressures;
import io.github.edgewatt.scaling.tuning.ScalingSettings;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.List;

/** Scales by pressure; as {@code watt} with a preference for what costs fewer joules. */
final class PressurePolicy implements ScalingPolicy {
  private final ScalingSettings settings;

  PressurePolicy(ScalingSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return settings.policy();
  }

  @Override
  public Outcome decide(SnapshotIndex index, EnergyPerRequest energy, ScalingMemory memory) {
    Replicas replicas = Replicas.of(index);
    Pressures pressures = Pressures.of(index, settings.formula(), replicas.cpuCores());
    if (!pressures.demand().any()) {
      return new Outcome(
          List.of(),
          List.of(),
          List.of("no requests were seen in the look-back: nothing is decided"),
          List.of(),
          memory);
    }
    Placement placement =
        settings.policy().equals("watt")
            ? new Cheapest(pressures, energy, settings.maxThreshold(), settings.wattGain())
            : new Nearest(pressures, settings.maxThreshold());
    PressureRound round =
        new PressureRound(
            settings, pressures, replicas, placement, new Cooling(index, settings.pace(), memory));
    round.decide();
    return new Outcome(
        round.creations(),
        round.removals(),
        round.refusals(),
        new PressureEvents(pressures, replicas),
        round.memory());
  }
}
