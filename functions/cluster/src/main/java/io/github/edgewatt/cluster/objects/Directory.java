package io.github.edgewatt.cluster.objects;

import io.github.edgewatt.cluster.live.ClusterSink;
import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells a sink of nodes and pods, each pod as what it is: a function's, a gateway, or another that
 * takes room. A pod without a zone of its own has its node's, whichever of both is heard of first,
 * and also after the node's zone changed. Safe to use from several threads.
 */
public final class Directory implements Names {
  private static final int DEFAULT_GATEWAY_PORT = 8080;
  private static final int MOST_PODS = 200_000;

  private final ClusterSink sink;
  private final Map<String, ZoneNode> nodes = new HashMap<>();
  private final Map<String, String> nodesByAddress = new HashMap<>();
  private final Map<String, SeenPod> pods = new LinkedHashMap<>();
  private final Map<String, String> uids = new HashMap<>();

  public Directory(ClusterSink sink) {
    this.sink = sink;
  }

  /**
   * Adds or replaces a node.
   *
   * @param addresses other names that metrics may have for it
   */
  public synchronized void node(ZoneNode node, List<String> addresses) {
    ZoneNode before = nodes.put(node.name(), node);
    nodesByAddress.values().removeIf(node.name()::equals);
    addresses.forEach(address -> nodesByAddress.put(address, node.name()));
    sink.node(node);
    if (before == null || !before.zone().equals(node.zone())) {
      tellAgain(node.name());
    }
  }

  /** Forgets a node; its pods stay, and are in no zone but their own. */
  public synchronized void removeNode(String name) {
    nodesByAddress.values().removeIf(name::equals);
    if (nodes.remove(name) != null) {
      sink.removeNode(name);
      tellAgain(name);
    }
  }

  /** The names of all nodes. */
  public synchronized Set<String> nodeNames() {
    return Set.copyOf(nodes.keySet());
  }

  /** Adds or replaces a pod. */
  public synchronized void pod(SeenPod pod) {
    SeenPod before = pods.get(pod.uid());
    if (before == null && pods.size() >= MOST_PODS) {
      removePod(pods.keySet().iterator().next());
    }
    if (before != null && !kind(before).equals(kind(pod))) {
      sink.removePod(pod.uid());
    }
    pods.put(pod.uid(), pod);
    uids.put(pod.namespace() + "/" + pod.name(), pod.uid());
    tell(pod);
  }

  /** The pod of a UID. */
  public synchronized Optional<SeenPod> find(String uid) {
    return Optional.ofNullable(pods.get(uid));
  }

  /** Marks the pods of a name as ending; whether there was one. */
  public synchronized boolean ending(String podName) {
    List<SeenPod> named = pods.values().stream().filter(p -> p.name().equals(podName)).toList();
    named.stream().filter(pod -> pod.phase() != Phase.ENDING).forEach(pod -> pod(pod.ending()));
    return !named.isEmpty();
  }

  /** Forgets a pod. */
  public synchronized void removePod(String uid) {
    SeenPod gone = pods.remove(uid);
    if (gone != null) {
      uids.remove(gone.namespace() + "/" + gone.name(), uid);
    }
    sink.removePod(uid);
  }

  @Override
  public synchronized Optional<String> node(String nameOrAddress) {
    return nodes.containsKey(nameOrAddress)
        ? Optional.of(nameOrAddress)
        : Optional.ofNullable(nodesByAddress.get(nameOrAddress));
  }

  @Override
  public synchronized Optional<String> pod(String namespace, String name) {
    if (!namespace.isEmpty()) {
      return Optional.ofNullable(uids.get(namespace + "/" + name));
    }
    List<String> named =
        pods.values().stream().filter(p -> p.name().equals(name)).map(SeenPod::uid).toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  @Override
  public synchronized Optional<String> onlyZone() {
    Set<String> zones =
        nodes.values().stream()
            .map(ZoneNode::zone)
            .filter(zone -> !zone.isEmpty())
            .collect(Collectors.toSet());
    return zones.size() == 1 ? Optional.of(zones.iterator().next()) : Optional.empty();
  }

  /** Gateways always: a sink forgets a node's with the node. */
  private void tellAgain(String node) {
    pods.values().stream()
        .filter(pod -> pod.node().equals(node))
        .filter(pod -> Labels.gateway(pod.labels()) || Labels.zone(pod.labels()).isEmpty())
        .toList()
        .forEach(this::tell);
  }

  private void tell(SeenPod pod) {
    String own = Labels.zone(pod.labels());
    ZoneNode node = nodes.get(pod.node());
    String zone = own.isEmpty() && node != null ? node.zone() : own;
    switch (kind(pod)) {
      case GATEWAY -> gateway(pod, zone);
      case FUNCTION -> {
        sink.pod(function(pod, zone));
        pod.containers().forEach(container -> sink.container(pod.uid(), container));
      }
      case OTHER -> {
        // Takes room, and nothing else.
      }
    }
    if (!pod.node().isEmpty()) {
      sink.requested(pod.uid(), pod.node(), pod.requests());
    }
  }

  private void gateway(SeenPod pod, String zone) {
    if (pod.address().isEmpty() || zone.isEmpty() || pod.phase() != Phase.RUNNING) {
      // None that can be reached; it may have been one.
      sink.removePod(pod.uid());
      return;
    }
    int port = pod.port() > 0 ? pod.port() : DEFAULT_GATEWAY_PORT;
    sink.gateway(
        pod.uid(), new Gateway(zone, pod.name(), pod.node(), endpoint(pod.address(), port)));
  }

  private static FunctionPod function(SeenPod pod, String zone) {
    return new FunctionPod(
        pod.uid(),
        pod.namespace(),
        pod.name(),
        Labels.function(pod.name(), pod.labels()).orElseThrow(),
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
        Double.NaN,
        Double.NaN);
  }

  private static String endpoint(String address, int port) {
    return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + port;
  }

  private enum Kind {
    GATEWAY,
    FUNCTION,
    OTHER
  }

  private static Kind kind(SeenPod pod) {
    if (Labels.gateway(pod.labels())) {
      return Kind.GATEWAY;
    }
    return Labels.function(pod.name(), pod.labels()).isPresent() ? Kind.FUNCTION : Kind.OTHER;
  }
}
