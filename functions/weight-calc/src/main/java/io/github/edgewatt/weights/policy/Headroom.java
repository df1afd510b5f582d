package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;

/** What a function's targets may still take below a threshold, and its split. */
final class Headroom {
  private static final double SCALE = 1000;
  private static final double REACH = 0.5;

  private final Targets targets;
  private final Distances distances;
  private final double[] ofPods;
  private final double[] ofHosts;

  Headroom(Targets targets, SnapshotIndex index, Distances distances, Use use, double threshold) {
    this.targets = targets;
    this.distances = distances;
    ofPods = new double[targets.count()];
    ofHosts = new double[targets.hosts.length];
    for (int zone = 0; zone + 1 < targets.starts.length; zone++) {
      for (int i = targets.starts[zone]; i < targets.starts[zone + 1]; i++) {
        int pod = targets.pods[i];
        double used = use.of(pod);
        double free = Double.isNaN(used) ? threshold : Math.min(threshold, threshold - used);
        ofPods[i] = Math.max(0, free) * distances.ofNode(index.nodeOf(pod), zone);
      }
    }
    for (int host = 0; host < ofHosts.length; host++) {
      int zone = targets.hosts[host];
      for (int i = targets.starts[zone]; i < targets.starts[zone + 1]; i++) {
        ofHosts[host] += ofPods[i];
      }
    }
  }

  /** Writes a zone's shares of 1000; false, and nothing is written, where there is no headroom. */
  boolean share(int zone, int[] weights) {
    int start = targets.starts[zone];
    int own = targets.own(zone);
    double sum = 0;
    for (int i = 0; i < own; i++) {
      sum += ofPods[start + i];
    }
    double nearest = sum > 0 ? 1 : 0;
    double[] factors = targets.hosts.length == 0 ? new double[0] : distances.from(zone);
    for (int host = 0; host < ofHosts.length; host++) {
      if (ofHosts[host] > 0 && targets.hosts[host] != zone) {
        nearest = Math.max(nearest, factors[targets.hosts[host]]);
      }
    }
    double least = REACH * nearest;
    for (int host = 0; host < ofHosts.length; host++) {
      sum += remote(host, zone, factors, least);
    }
    if (!(sum > 0)) {
      return false;
    }
    for (int i = 0; i < own; i++) {
      double free = ofPods[start + i];
      weights[i] = free > 0 ? Math.max(1, (int) (SCALE * free / sum + 0.5)) : 0;
    }
    int at = own;
    for (int host = 0; host < ofHosts.length; host++) {
      if (targets.hosts[host] != zone) {
        weights[at++] = (int) (SCALE * remote(host, zone, factors, least) / sum + 0.5);
      }
    }
    return true;
  }

  private double remote(int host, int zone, double[] factors, double least) {
    int to = targets.hosts[host];
    return to == zone || factors[to] < least ? 0 : ofHosts[host] * factors[to];
  }
}
