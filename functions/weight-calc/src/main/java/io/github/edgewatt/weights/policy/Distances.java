package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.formula.Logistic;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.util.List;
import java.util.Optional;

/**
 * What is left of a target's strength at its latency: {@code max(floor, 1 - L(x) / a)}, from nodes
 * to the gateway of their zone and between gateways. Made once a round.
 *
 * <p>A latency of 0 counts as 0.01 ms. One that is not known (no edge, or a zone without a gateway)
 * counts as the graph's highest; where the graph knows none at all, a node is as near as can be and
 * another zone as far as can be.
 */
final class Distances {
  private static final double NEAREST_MILLIS = 0.01;
  private static final double FAR = 0.01;
  private static final double LEAST = 1e-9;

  private final SnapshotIndex index;
  private final LatencyGraph graph;
  private final Logistic latency;
  private final double floor;
  private final double highest;
  private final double[] ofNodes;
  private final int[] zonesOfNodes;
  private final double[][] betweenZones;

  private Distances(SnapshotIndex index, PolicySettings settings, double floor) {
    this.index = index;
    this.latency = settings.latency();
    this.floor = floor;
    graph = index.snapshot().latencies();
    highest = graph.maxMillis();
    List<ZoneNode> nodes = index.snapshot().nodes();
    ofNodes = new double[nodes.size()];
    zonesOfNodes = new int[nodes.size()];
    for (int node = 0; node < ofNodes.length; node++) {
      zonesOfNodes[node] = index.zone(nodes.get(node).zone());
      ofNodes[node] = zonesOfNodes[node] < 0 ? Double.NaN : toGateway(node, zonesOfNodes[node]);
    }
    int zones = settings.scope() == Scope.GLOBAL ? index.zones().size() : 0;
    betweenZones = new double[zones][zones];
    for (int from = 0; from < zones; from++) {
      for (int to = 0; to < zones; to++) {
        betweenZones[from][to] = between(from, to, settings.compatible());
      }
    }
  }

  /** As upstream has it: never less than 0.01 is left. */
  static Distances floored(SnapshotIndex index, PolicySettings settings) {
    return new Distances(index, settings, FAR);
  }

  /** Next to nothing is left of what is far away, so that many such zones together weigh little. */
  static Distances whole(SnapshotIndex index, PolicySettings settings) {
    return new Distances(index, settings, LEAST);
  }

  /** Of a node, seen from a zone's gateway. */
  double ofNode(int node, int zone) {
    return zonesOfNodes[node] == zone ? ofNodes[node] : toGateway(node, zone);
  }

  /** Of other zones' gateways by zone, seen from a zone's; not to be written to. */
  double[] from(int zone) {
    return betweenZones[zone];
  }

  private double toGateway(int node, int zone) {
    Optional<Gateway> gateway = index.gateway(zone);
    double millis =
        gateway.isPresent()
            ? graph.millis(index.snapshot().nodes().get(node).name(), gateway.get().node())
            : Double.NaN;
    return left(Double.isNaN(millis) ? highest : millis);
  }

  private double between(int from, int to, boolean compatible) {
    double millis = index.gatewayMillis(from, to);
    if (compatible && millis == 0) {
      return FAR;
    }
    if (Double.isNaN(millis)) {
      return highest > 0 ? left(highest) : FAR;
    }
    return left(millis);
  }

  private double left(double millis) {
    double left = 1 - latency.share(millis == 0 ? NEAREST_MILLIS : millis);
    return Math.max(floor, left);
  }
}
