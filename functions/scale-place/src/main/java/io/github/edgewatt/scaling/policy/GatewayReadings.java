package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.pressure.Demand;
import io.github.edgewatt.scaling.pressure.Pressures;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Of a zone's gateway: {@code api_pressure}, and {@code pressure_dist} to every zone that asks. */
final class GatewayReadings {
  private final Pressures pressures;
  private final SnapshotIndex index;

  GatewayReadings(Pressures pressures) {
    this.pressures = pressures;
    index = pressures.index();
  }

  Stream<Reading> of(int zone) {
    Gateway gateway = index.gateway(zone).orElse(null);
    Demand demand = pressures.demand();
    boolean[] asking = new boolean[index.zones().size()];
    DoubleStream.Builder values = DoubleStream.builder();
    for (int function = 0; gateway != null && function < index.functions().size(); function++) {
      for (int row = demand.first(function, zone); row < demand.end(function, zone); row++) {
        asking[demand.client(row)] = true;
        if (!Double.isNaN(pressures.value(row))) {
          values.add(pressures.value(row));
        }
      }
    }
    double[] sorted = values.build().sorted().toArray();
    if (gateway == null || sorted.length == 0) {
      return Stream.empty();
    }
    return Stream.concat(
        Stream.of(pressure(gateway, sorted)),
        IntStream.range(0, asking.length)
            .filter(client -> asking[client])
            .mapToObj(client -> distance(gateway, zone, client)));
  }

  private static Reading pressure(Gateway gateway, double[] sorted) {
    int n = sorted.length;
    double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
    double squares = Arrays.stream(sorted).map(one -> (one - mean) * (one - mean)).sum();
    return new Fields()
        .with("node", gateway.node())
        .with("zone", gateway.zone())
        .with("value", mean)
        .with("mean", mean)
        .with("median", (sorted[(n - 1) / 2] + sorted[n / 2]) / 2)
        .with("std", n == 1 ? 0 : Math.sqrt(squares / (n - 1)))
        .with("min", sorted[0])
        .with("max", sorted[n - 1])
        .as("api_pressure");
  }

  private Reading distance(Gateway gateway, int zone, int client) {
    double millis = pressures.distances().millis(client, zone);
    double share = millis / pressures.distances().max();
    return new Fields()
        .with("value", share)
        .with("distance", millis)
        .with("client", RowReadings.client(index, client))
        .with("avg_distance", pressures.distances().mean(zone))
        .with("gateway", gateway.node())
        .with("max_value", pressures.distances().max())
        .with("scaled_value", share)
        .with("zone", gateway.zone())
        .with("client_zone", index.zones().get(client))
        .as("pressure_dist");
  }
}
