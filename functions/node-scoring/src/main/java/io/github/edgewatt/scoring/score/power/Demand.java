package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.cluster.CpuDemand;

/**
 * What a pod means for a node, in cores.
 *
 * @param added what it is expected to use
 * @param checked what must fit beside the present use
 */
record Demand(double added, double checked) {
  /** WAO's {@code resourceDecay}: the part of its limit that a pod without a request uses. */
  static final double LIMIT_SHARE = 0.85;

  /** Whether nothing is known of it. */
  boolean none() {
    return !(added > 0 || checked > 0);
  }

  /** {@code request} where there is one, else {@code 0.85 x limit} (WAO-Scheduler, 4.1). */
  static double requestFirst(CpuDemand cpu) {
    return cpu.requested() > 0 ? cpu.requested() : LIMIT_SHARE * cpu.limit();
  }

  /**
   * {@code 0.85 x limit} where there is one, else {@code request}: what WAO-Scheduler's first
   * version expects of a pod that it has placed, the other way round than of one it places.
   */
  static double limitFirst(CpuDemand cpu) {
    return cpu.limit() > 0 ? LIMIT_SHARE * cpu.limit() : cpu.requested();
  }
}
