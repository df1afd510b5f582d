package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.cluster.snapshot.FunctionPod;

/**
 * A replica to make.
 *
 * @param function the function, dashes written as underscores
 * @param originZone the zone whose gateway called for it
 * @param zone the zone it goes to
 * @param like a pod of the function, whose image, labels and requests it gets
 * @param value what was measured, a pressure or a ratio
 * @param threshold what it exceeded
 * @param reason why, in one line
 * @param node the node in that zone it should best run on; empty where any does
 */
public record Creation(
    String function,
    String originZone,
    String zone,
    FunctionPod like,
    double value,
    double threshold,
    String reason,
    String node) {
  /** One that may run on any node of its zone. */
  public Creation(
      String function,
      String originZone,
      String zone,
      FunctionPod like,
      double value,
      double threshold,
      String reason) {
    this(function, originZone, zone, like, value, threshold, reason, "");
  }
}
