package io.github.edgewatt.weights.decision;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.weights.policy.WeightMemory;
import io.github.edgewatt.weights.policy.WeightRound;

/**
 * A decision and what it was made from.
 *
 * @param policy the policy's name
 * @param index of the snapshot
 * @param before what the policy remembered
 * @param round what it answered
 */
public record Decision(
    String policy, SnapshotIndex index, WeightMemory before, WeightRound round) {}
