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
    Moves moves = new Moves(served);
    List<Trace> known = traces.of(function);
    if (known.isEmpty()) {
      for (Traffic one : traffic.get(function)) {
        moves.add(index.zone(one.zone()), index.zone(one.originZone()), one.requestsPerSecond());
      }
    }
    for (Trace one : known) {
      moves.add(index.zone(one.zone()), index.zone(one.originZone()), 1);
    }
    return moves.origins();
  }

  /** Requests from other zones, and how many each zone served in all. */
  private static final class Moves {
    private final double[] served;
    private final double[] requests;
    private final List<Move> moves = new ArrayList<>();

    Moves(double[] served) {
      this.served = served;
      requests = new double[served.length];
    }

    void add(int zone, int origin, double count) {
      if (zone >= 0) {
        requests[zone] += count;
        if (origin >= 0 && zone != origin) {
          moves.add(new Move(zone, origin, count));
        }
      }
    }

    double[] origins() {
      double[] origins = served.clone();
      for (Move move : moves) {
        double cores = served[move.zone] * move.count / requests[move.zone];
        origins[move.zone] = Math.max(0, origins[move.zone] - cores);
        origins[move.origin] += cores;
      }
      return origins;
    }
  }

  private record Move(int zone, int origin, double count) {}
}
