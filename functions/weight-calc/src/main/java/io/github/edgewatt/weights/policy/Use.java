package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.util.List;

/** How much of its node's CPU a pod uses. */
final class Use {
  private final SnapshotIndex index;
  private final double[] cores;

  Use(SnapshotIndex index) {
    this.index = index;
    List<ZoneNode> nodes = index.snapshot().nodes();
    cores = new double[nodes.size()];
    for (int node = 0; node < cores.length; node++) {
      double known = nodes.get(node).cores();
      cores[node] = known > 0 && known < Double.POSITIVE_INFINITY ? known : Double.NaN;
    }
  }

  /** 0 (idle) to 1 (takes its whole node); may be out of it as measured; NaN where not known. */
  double of(int pod) {
    double use = index.cores(pod) / cores[index.nodeOf(pod)];
    return Double.isInfinite(use) ? Double.NaN : use;
  }
}
