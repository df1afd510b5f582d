package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import java.util.Arrays;

/** What is answered where a formula leaves nothing, so that no gateway stands without targets. */
final class Fallback {
  private static final double SCALE = 100;

  private final SnapshotIndex index;
  private final Distances distances;
  private final boolean keepsOwn;

  /**
   * @param keepsOwn whether a zone's own pods are never all 0: requests that other zones sent on
   *     can go nowhere else
   */
  Fallback(SnapshotIndex index, Distances distances, boolean keepsOwn) {
    this.index = index;
    this.distances = distances;
    this.keepsOwn = keepsOwn;
  }

  /** All 0: weights by nearness alone. Own pods all 0: 1 each. */
  void settle(int[] weights, Targets targets, int zone) {
    int own = targets.own(zone);
    if (any(weights, 0, own)) {
      return;
    }
    if (!any(weights, own, weights.length)) {
      byNearness(weights, targets, zone);
    } else if (keepsOwn) {
      Arrays.fill(weights, 0, own, 1);
    }
  }

  private void byNearness(int[] weights, Targets targets, int zone) {
    int at = 0;
    for (int i = targets.starts[zone]; i < targets.starts[zone + 1]; i++) {
      weights[at++] = whole(distances.ofNode(index.nodeOf(targets.pods[i]), zone));
    }
    for (int to : targets.hosts) {
      if (to != zone) {
        weights[at++] = whole(distances.from(zone)[to]);
      }
    }
  }

  private static int whole(double near) {
    return Math.max(1, (int) (SCALE * near));
  }

  private static boolean any(int[] weights, int from, int to) {
    for (int i = from; i < to; i++) {
      if (weights[i] > 0) {
        return true;
      }
    }
    return false;
  }
}
