package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.placement.Replicas;
import io.github.edgewatt.scaling.pressure.Demand;
import io.github.edgewatt.scaling.pressure.Pressures;
import io.github.edgewatt.scaling.tuning.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Of a function in a zone: its CPU use once, and for each zone that asks its pressure and the
 * components, whether chosen or not. A component that cannot be told is left out.
 */
final class RowReadings {
  private final Pressures pressures;
  private final Replicas replicas;
  private final SnapshotIndex index;

  RowReadings(Pressures pressures, Replicas replicas) {
    this.pressures = pressures;
    this.replicas = replicas;
    index = pressures.index();
  }

  /** The name a zone's clients have in events: one stands for all. */
  static String client(SnapshotIndex index, int zone) {
    return "gateway-" + index.zones().get(zone);
  }

  Stream<Reading> of(int function, int zone) {
    Gateway gateway = index.gateway(zone).orElse(null);
    Demand demand = pressures.demand();
    int first = demand.first(function, zone);
    int end = demand.end(function, zone);
    if (gateway == null || first == end) {
      return Stream.empty();
    }
    double total = IntStream.range(first, end).mapToDouble(demand::requests).sum();
    return Stream.concat(
        Stream.of(cpu(function, zone, gateway)),
        IntStream.range(first, end)
            .boxed()
            .flatMap(row -> new Row(function, zone, gateway, row, total).readings().stream()));
  }

  private Reading cpu(int function, int zone, Gateway gateway) {
    double cores = pressures.cpuCores(function, zone);
    return new Fields()
        .with("fn", index.functions().get(function))
        .with("running_pods", replicas.running(function, zone))
        .with("cpu_mean", 100 * cores)
        .with("zone", gateway.zone())
        .with("value", cores)
        .with("gateway", gateway.node())
        .as("cpu_usage_pressure");
  }

  private final class Row {
    private final int function;
    private final int zone;
    private final Gateway gateway;
    private final int row;
    private final double total;
    private final String name;
    private final String clientZone;
    private final String client;
    private final double millis;

    Row(int function, int zone, Gateway gateway, int row, double total) {
      this.function = function;
      this.zone = zone;
      this.gateway = gateway;
      this.row = row;
      this.total = total;
      name = index.functions().get(function);
      int asking = pressures.demand().client(row);
      clientZone = index.zones().get(asking);
      client = client(index, asking);
      millis = pressures.distances().millis(asking, zone);
    }

    List<Reading> readings() {
      double value = pressures.value(row);
      List<Reading> readings = new ArrayList<>();
      readings.add(
          new Fields()
              .with("fn", name)
              .with("fn_zone", gateway.zone())
              .with("client_zone", clientZone)
              .with("mean", value)
              .with("std", 0.0)
              .with("min", value)
              .with("max", value)
              .as("pressure_fn"));
      readings.add(
          new Fields()
              .with("client", client)
              .with("client_zone", clientZone)
              .with("fn", name)
              .with("fn_zone", gateway.zone())
              .with("value", value)
              .as("pressure_client"));
      readings.add(
          new Fields()
              .with("value", of(Component.REQUEST))
              .with("weight", pressures.demand().requests(row))
              .with("utilization", total / index.zones().size())
              .with("client", client)
              .with("fn", name)
              .with("gateway", gateway.node())
              .with("zone", gateway.zone())
              .as("pressure_req"));
      requirement(readings);
      readings.add(
          latency(Component.RTT_LOG, pressures.demand().millis(row), of(Component.RTT_LOG))
              .as("pressure_rtt_log"));
      return readings;
    }

    private void requirement(List<Reading> readings) {
      double ratio = of(Component.LATENCY_REQ_UNBOUND);
      double share = of(Component.LATENCY_REQ_LOG);
      if (Double.isNaN(ratio)) {
        return;
      }
      readings.add(
          new Fields()
              .with("value", ratio)
              .with("distance", millis)
              .with("client", client)
              .with("required_latency", pressures.formula().required(name))
              .with("gateway", gateway.node())
              .with("max_value", pressures.distances().max())
              .with("scaled_value", share)
              .with("zone", gateway.zone())
              .with("fn", name)
              .as("pressure_latency_requirement"));
      if (pressures.formula().compatible()) {
        readings.add(
            latency(Component.LATENCY_REQ_UNBOUND, ratio, ratio).as("pressure_latency_req"));
        readings.add(
            latency(Component.LATENCY_REQ_LOG, share, share).as("pressure_latency_req_log"));
      }
    }

    /** The fields that upstream's code gives its three events about latencies. */
    private Fields latency(Component component, double value, double scaled) {
      return new Fields()
          .with("type", component.key())
          .with("value", value)
          .with("fn", name)
          .with("distance", millis)
          .with("client", client)
          .with("required_latency", pressures.formula().required(name))
          .with("gateway", gateway.node())
          .with("max_value", -1)
          .with("scaled_value", scaled)
          .with("zone", gateway.zone());
    }

    private double of(Component component) {
      return pressures.component(component, function, zone, row);
    }
  }
}
