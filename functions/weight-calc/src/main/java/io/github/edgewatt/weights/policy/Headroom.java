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

  /** Of the zone that is shared out just now. */
  private final double[] remote;

  Headroom(Targets targets, SnapshotIndex index, Distances distances, Use use, double threshold) {
    this.targets = targets;
    this.distances = distances;
    ofPods = new double[targets.count()];
    ofHosts = new double[targets.hosts.length];
    remote = new double[ofHosts.length];
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
    for (int host = 0; host < remote.length; host++) {
      int to = targets.hosts[host];
      remote[host] = to == zone || factors[to] < least ? 0 : ofHosts[host] * factors[to];
      sum += remote[host];
    }
    if (!(sum > 0)) {
      return false;
    }
    for (int i = 0; i < own; i++) {
      double free = ofPods[start + i];
      weights[i] = free > 0 ? Math.max(1, (int) (SCALE * free / sum + 0.5)) : 0;
    }
    int self = targets.host(zone);
    int before = self < 0 ? remote.length : self;
    // Two plain loops, as a zone is none of its own hosts.
    for (int host = 0; host < before; host++) {
      weights[own + host] = (int) (SCALE * remote[host] / sum + 0.5);
    }
    for (int host = before + 1; host < remote.length; host++) {
      weights[own + host - 1] = (int) (SCALE * remote[host] / sum + 0.5);
    }
    return true;
  }
}
