package io.github.edgewatt.cluster.prometheus;

import io.github.edgewatt.cluster.live.ClusterSink;
import io.github.edgewatt.cluster.objects.Labels;
import io.github.edgewatt.cluster.objects.Names;
import io.github.edgewatt.cluster.snapshot.Traffic;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the answers of one round tell. Series of no node or pod that is known are passed over, and
 * so are values that are no numbers.
 *
 * @param at the evaluation time of all
 * @param answers by figure; one that was not answered is not in it
 */
record Round(Instant at, Map<Figure, List<SeriesValue>> answers) {
  private static final double NANOS = 1e9;
  private static final String[] NAMESPACE = {
    "namespace",
    "pod_namespace",
    "kubernetes_pod_namespace",
    "container_label_io_kubernetes_pod_namespace"
  };
  private static final String[] POD = {
    "pod", "pod_name", "kubernetes_pod_name", "container_label_io_kubernetes_pod_name"
  };
  private static final List<String> NODE =
      List.of("node", "node_name", "nodename", "kubernetes_node", "kubernetes_node_name");
  private static final String[] FUNCTION = {"function_name", "function", "faas_function"};
  private static final String[] ZONE = {
    "zone", "ether_edgerun_io_zone", "topology_kubernetes_io_zone"
  };

  private record Route(String function, String origin, String zone) {}

  void tell(ClusterSink sink, Names names) {
    Map<String, Double> read = new HashMap<>();
    of(Figure.POD_CPU_TIME)
        .forEach(one -> pod(one, names).ifPresent(id -> read.put(id, one.value())));
    for (SeriesValue one : of(Figure.POD_CPU)) {
      pod(one, names).ifPresent(id -> sink.cpuTime(id, instant(read.get(id)), one.value() * NANOS));
    }
    of(Figure.NODE_CPU)
        .forEach(one -> node(one, names).ifPresent(id -> sink.nodeCpu(id, at, one.value())));
    of(Figure.NODE_WATTS)
        .forEach(one -> node(one, names).ifPresent(id -> sink.nodeWatts(id, at, one.value())));
    of(Figure.POD_WATTS)
        .forEach(one -> pod(one, names).ifPresent(id -> sink.podWatts(id, at, one.value())));
    if (answers.containsKey(Figure.REQUESTS)) {
      sink.traffic(traffic(names).values());
    }
  }

  private Map<Route, Traffic> traffic(Names names) {
    Map<Route, Double> seconds = new HashMap<>();
    of(Figure.RESPONSE).forEach(one -> seconds.put(route(one, names), one.value()));
    Map<Route, Traffic> traffic = new LinkedHashMap<>();
    for (SeriesValue one : of(Figure.REQUESTS)) {
      Route route = route(one, names);
      Traffic told =
          new Traffic(
              route.function(),
              route.origin(),
              route.zone(),
              one.value(),
              seconds.getOrDefault(route, Double.NaN));
      if (!route.function().isEmpty()) {
        // A function's name in two namespaces is one function.
        traffic.merge(route, told, Round::plus);
      }
    }
    return traffic;
  }

  private static Traffic plus(Traffic one, Traffic other) {
    return new Traffic(
        one.function(),
        one.originZone(),
        one.zone(),
        one.requestsPerSecond() + other.requestsPerSecond(),
        one.responseSeconds());
  }

  /** A function's name is in front of its namespace; without a zone it is in the only one. */
  private static Route route(SeriesValue one, Names names) {
    String zone = one.first(ZONE);
    return new Route(
        Labels.underscored(one.first(FUNCTION).split("\\.", 2)[0]),
        one.first("origin_zone"),
        zone.isEmpty() ? names.onlyZone().orElse("") : zone);
  }

  private List<SeriesValue> of(Figure figure) {
    return answers.getOrDefault(figure, List.of()).stream()
        .filter(one -> Double.isFinite(one.value()))
        .toList();
  }

  private static Optional<String> pod(SeriesValue one, Names names) {
    String name = one.first(POD);
    return name.isEmpty() ? Optional.empty() : names.pod(one.first(NAMESPACE), name);
  }

  private static Optional<String> node(SeriesValue one, Names names) {
    for (String label : NODE) {
      Optional<String> node =
          Optional.of(one.first(label)).filter(name -> !name.isEmpty()).flatMap(names::node);
      if (node.isPresent()) {
        return node;
      }
    }
    String instance = one.first("instance").replaceFirst(":\\d+$", "");
    return instance.isEmpty() ? Optional.empty() : names.node(instance);
  }

  private Instant instant(Double seconds) {
    return seconds == null ? at : Instant.ofEpochMilli(Math.round(seconds * 1e3));
  }
}
