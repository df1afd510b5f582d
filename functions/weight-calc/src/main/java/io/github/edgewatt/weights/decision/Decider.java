package io.github.edgewatt.weights.decision;

import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import io.github.edgewatt.weights.policy.WeightMemory;
import io.github.edgewatt.weights.policy.WeightPolicy;
import io.github.edgewatt.weights.policy.WeightRound;
import java.util.Set;
import java.util.function.Function;

/** Decides by one policy. */
public final class Decider {
  private final WeightPolicy policy;
  private final Function<SnapshotIndex, EnergyPerRequest> energy;
  private final Set<String> zones;

  /**
   * @param energy what requests cost in the cluster of a snapshot
   * @param zones the zones that are decided for; empty for all
   */
  public Decider(
      WeightPolicy policy, Function<SnapshotIndex, EnergyPerRequest> energy, Set<String> zones) {
    this.policy = policy;
    this.energy = energy;
    this.zones = Set.copyOf(zones);
  }

  /** The policy's name. */
  public String policy() {
    return policy.name();
  }

  /** The same answer to the same snapshot and memory. */
  public Decision decide(Snapshot snapshot, WeightMemory memory) {
    SnapshotIndex index = SnapshotIndex.of(snapshot);
    WeightRound round = policy.weigh(index, energy.apply(index), memory);
    if (!zones.isEmpty()) {
      round =
          new WeightRound(
              round.weights().stream().filter(one -> zones.contains(one.zone())).toList(),
              round.problems(),
              round.memory());
    }
    return new Decision(policy.name(), index, memory, round);
  }
}
