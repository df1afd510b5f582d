package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.cluster.snapshot.FunctionPod;

/**
 * A replica to end.
 *
 * @param pod the replica
 * @param value what was measured; NaN where nothing was
 * @param threshold what it fell below
 * @param reason why, in one line
 */
public record Removal(FunctionPod pod, double value, double threshold, String reason) {}
