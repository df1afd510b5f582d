package io.github.edgewatt.cluster.live;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.Trace;
import io.github.edgewatt.cluster.snapshot.Traffic;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts a snapshot together from what was copied of a live view. */
final class SnapshotMaker {
  private final Instant at;
  private final Duration lookback;
  private final LatencyGraph latencies;
  private final List<KeptTrace> traces;
  private final List<Traffic> traffic;
  private final Map<String, ZoneNode> nodes = new TreeMap<>();
  private final List<FunctionPod> pods = new ArrayList<>();
  private final List<Gateway> gateways = new ArrayList<>();
  private final Map<String, Resources> requested = new HashMap<>();

  SnapshotMaker(
      Instant at,
      Duration lookback,
      LatencyGraph latencies,
      List<KeptTrace> traces,
      List<Traffic> traffic) {
    this.at = at;
    this.lookback = lookback;
    this.latencies = latencies;
    this.traces = traces;
    this.traffic = traffic;
  }

  void node(ZoneNode node, double cpuShare, double watts) {
    nodes.put(
        node.name(),
        new ZoneNode(
            node.name(),
            node.zone(),
            node.type(),
            node.worker(),
            node.cores(),
            node.allocatable(),
            Resources.NONE,
            cpuShare,
            watts));
  }

  void pod(FunctionPod pod, double cores, double watts) {
    pods.add(with(pod, pod.zone(), cores, watts));
    requested.merge(pod.node(), pod.requests(), Resources::plus);
  }

  void gateway(Gateway gateway) {
    gateways.add(gateway);
  }

  void requested(LiveCluster.Requested other) {
    requested.merge(other.node(), other.asked(), Resources::plus);
  }

  /** Once all is told. */
  Snapshot make() {
    nodes.replaceAll(
        (name, node) ->
            new ZoneNode(
                name,
                node.zone(),
                node.type(),
                node.worker(),
                node.cores(),
                node.allocatable(),
                requested.getOrDefault(name, Resources.NONE),
                node.cpuShare(),
                node.watts()));
    pods.replaceAll(
        pod ->
            pod.zone().isEmpty()
                ? with(pod, zoneOf(pod.node()), pod.cpuCores(), pod.watts())
                : pod);
    pods.sort(Comparator.comparing(FunctionPod::name).thenComparing(FunctionPod::uid));
    List<Gateway> oneEach = oneEachZone();
    return new Snapshot(
        at, lookback, List.copyOf(nodes.values()), pods, oneEach, latencies, resolved(), traffic);
  }

  /** Of several in a zone that with the first name, so that it is always the same. */
  private List<Gateway> oneEachZone() {
    Map<String, Gateway> byZone = new TreeMap<>();
    gateways.sort(Comparator.comparing(Gateway::pod).thenComparing(Gateway::address));
    for (Gateway one : gateways) {
      String zone = one.zone().isEmpty() ? zoneOf(one.node()) : one.zone();
      if (!zone.isEmpty()) {
        byZone.putIfAbsent(zone, new Gateway(zone, one.pod(), one.node(), one.address()));
      }
    }
    return List.copyOf(byZone.values());
  }

  private List<Trace> resolved() {
    Servers servers = new Servers();
    Map<String, String> zonesOfPods = new HashMap<>();
    Set<String> zones = new HashSet<>();
    nodes.values().forEach(node -> zones.add(node.zone()));
    for (FunctionPod pod : pods) {
      servers.put(pod);
      zonesOfPods.put(pod.name(), pod.zone());
      zones.add(pod.zone());
    }
    for (Gateway gateway : gateways) {
      zonesOfPods.put(gateway.pod(), gateway.zone());
      zones.add(gateway.zone());
    }
    zones.remove("");
    ClientZones clients = new ClientZones(zones, zonesOfPods);
    List<Trace> all = new ArrayList<>(traces.size());
    for (KeptTrace kept : traces) {
      Trace trace = kept.trace();
      Servers.Server served =
          trace.zone().isEmpty()
              ? servers.find(kept.server(), nodes::get)
              : new Servers.Server(trace.pod(), trace.zone());
      all.add(
          new Trace(
              trace.sent(),
              trace.function(),
              trace.client(),
              clients.of(trace.client()),
              served.zone(),
              served.pod(),
              trace.responseSeconds(),
              trace.networkMillis()));
    }
    return all;
  }

  private String zoneOf(String node) {
    ZoneNode known = nodes.get(node);
    return known == null ? "" : known.zone();
  }

  private static FunctionPod with(FunctionPod pod, String zone, double cores, double watts) {
    return new FunctionPod(
        pod.uid(),
        pod.namespace(),
        pod.name(),
        pod.function(),
        zone,
        pod.node(),
        pod.address(),
        pod.port(),
        pod.phase(),
        pod.requests(),
        pod.container(),
        pod.image(),
        pod.labels(),
        pod.owner(),
        pod.createdAt(),
        cores,
        watts);
  }
}
