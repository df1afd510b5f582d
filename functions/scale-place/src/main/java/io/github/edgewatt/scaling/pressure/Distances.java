package io.github.edgewatt.scaling.pressure;

import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.util.stream.IntStream;

/**
 * How far zones are apart, in milliseconds: {@code d(X, A)} is the latency between their gateways,
 * and {@code d(A, A)} the mean latency from the gateway to all nodes of its zone that have one, the
 * gateway's own node with 0 among them.
 *
 * <p>A hole in the latency graph, or a zone without gateway, is taken for as far as the farthest
 * that is known: what is not known does not look near. Without any latency distances are NaN.
 */
public final class Distances {
  private final int zones;
  private final double[] millis;
  private final double max;
  private final int[][] nearest;

  private Distances(int zones, double[] millis, double max) {
    this.zones = zones;
    this.millis = millis;
    this.max = max;
    nearest = new int[zones][];
  }

  /** Of a snapshot. */
  public static Distances of(SnapshotIndex index) {
    int zones = index.zones().size();
    double graphMax = index.snapshot().latencies().maxMillis();
    double max = graphMax > 0 ? graphMax : Double.NaN;
    double[] millis = new double[zones * zones];
    for (int from = 0; from < zones; from++) {
      for (int to = 0; to < zones; to++) {
        double known = from == to ? Double.NaN : index.gatewayMillis(from, to);
        millis[from * zones + to] = Double.isNaN(known) ? max : known;
      }
    }
    within(index, millis);
    return new Distances(zones, millis, max);
  }

  private static void within(SnapshotIndex index, double[] millis) {
    int zones = index.zones().size();
    double[] sum = new double[zones];
    int[] known = new int[zones];
    for (ZoneNode node : index.snapshot().nodes()) {
      int zone = index.zone(node.zone());
      Gateway gateway = zone < 0 ? null : index.gateway(zone).orElse(null);
      if (gateway != null) {
        double one = index.snapshot().latencies().millis(gateway.node(), node.name());
        if (!Double.isNaN(one)) {
          sum[zone] += one;
          known[zone]++;
        }
      }
    }
    for (int zone = 0; zone < zones; zone++) {
      if (index.gateway(zone).isPresent()) {
        millis[zone * zones + zone] = known[zone] == 0 ? 0 : sum[zone] / known[zone];
      }
    }
  }

  /** From a zone that asks to one that serves; NaN where no latency is known at all. */
  public double millis(int client, int zone) {
    return millis[client * zones + zone];
  }

  /** The highest latency; NaN where none is known. */
  public double max() {
    return max;
  }

  /** All zones but {@code client}, nearest first; of equally far ones by name. */
  public int[] nearest(int client) {
    if (nearest[client] == null) {
      nearest[client] =
          IntStream.range(0, zones)
              .filter(zone -> zone != client)
              .boxed()
              .sorted((a, b) -> Double.compare(millis(client, a), millis(client, b)))
              .mapToInt(Integer::intValue)
              .toArray();
    }
    return nearest[client];
  }

  /** The mean distance of all zones to one. */
  public double mean(int zone) {
    return IntStream.range(0, zones)
        .mapToDouble(client -> millis(client, zone))
        .average()
        .orElse(0);
  }
}
