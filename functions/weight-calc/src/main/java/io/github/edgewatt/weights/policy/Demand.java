package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.Trace;
import io.github.edgewatt.cluster.snapshot.Traffic;
import java.util.ArrayList;
import java.util.List;

/**
 * The cores that a function's requests take, by the zone they come from: what its pods use where
 * they serve, less the part of the requests they serve for others. Traces tell that part; where a
 * function has none, request rates do; where it has neither, zones serve themselves.
 */
final class Demand {
  private final SnapshotIndex index;
  private final TracesByFunction traces;
  private final List<List<Traffic>> traffic;

  Demand(SnapshotIndex index) {
    this.index = index;
    traces = new TracesByFunction(index);
    traffic = new ArrayList<>(index.functions().size());
    for (int function = 0; function < index.functions().size(); function++) {
      traffic.add(new ArrayList<>(0));
    }
    for (Traffic one : index.snapshot().traffic()) {
      int function = index.function(one.function());
      if (function >= 0 && one.requestsPerSecond() > 0) {
        traffic.get(function).add(one);
      }
    }
  }

  /**
   * By origin, in cores.
   *
   * @param served by zone, the cores that the function's pods use there
   */
  double[] byOrigin(int function, double[] served) {
    double[] origins = served.clone();
    double[] requests = new double[served.length];
    List<Trace> known = traces.of(function);
    if (known.isEmpty()) {
      List<Traffic> rates = traffic.get(function);
      for (Traffic one : rates) {
        count(requests, index.zone(one.zone()), one.requestsPerSecond());
      }
      for (Traffic one : rates) {
        move(served, origins, requests, one.zone(), one.originZone(), one.requestsPerSecond());
      }
    }
    for (Trace one : known) {
      count(requests, index.zone(one.zone()), 1);
    }
    for (Trace one : known) {
      move(served, origins, requests, one.zone(), one.originZone(), 1);
    }
    return origins;
  }

  private static void count(double[] requests, int zone, double count) {
    if (zone >= 0) {
      requests[zone] += count;
    }
  }

  private void move(
      double[] served, double[] origins, double[] requests, String at, String from, double count) {
    int zone = index.zone(at);
    int origin = index.zone(from);
    if (zone >= 0 && origin >= 0 && zone != origin) {
      double cores = served[zone] * count / requests[zone];
      origins[zone] = Math.max(0, origins[zone] - cores);
      origins[origin] += cores;
    }
  }
}
