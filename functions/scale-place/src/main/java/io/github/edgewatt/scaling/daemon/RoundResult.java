package io.github.edgewatt.scaling.daemon;

import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.scaling.apply.Applied;
import io.github.edgewatt.scaling.policy.Outcome;
import io.github.edgewatt.scaling.policy.ScalingMemory;
import java.util.List;

/**
 * What one round saw, decided and did.
 *
 * @param snapshot what the policy was given
 * @param memory likewise
 * @param outcome what it decided
 * @param applied what became of it, the creations first
 */
public record RoundResult(
    Snapshot snapshot, ScalingMemory memory, Outcome outcome, List<Applied> applied) {
  public RoundResult {
    applied = List.copyOf(applied);
  }
}
