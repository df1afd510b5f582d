package io.github.edgewatt.cluster.live;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Which pod an address or a name is: of two with the same, the one told of last. */
final class Servers {
  private final Map<String, FunctionPod> pods = new HashMap<>();

  void put(FunctionPod pod) {
    pods.put(pod.name(), pod);
    if (!pod.address().isEmpty()) {
      pods.put(pod.address(), pod);
      pods.put(pod.address() + ":" + pod.port(), pod);
    }
  }

  void remove(FunctionPod pod) {
    pods.remove(pod.name(), pod);
    pods.remove(pod.address(), pod);
    pods.remove(pod.address() + ":" + pod.port(), pod);
  }

  /**
   * The pod behind {@code server}, with or without a port, and its node's zone, or its own where
   * the node has none; {@link Server#UNKNOWN} where nobody is known by it.
   */
  Server find(String server, Function<String, ZoneNode> nodes) {
    FunctionPod pod = pods.get(server);
    if (pod == null && server != null) {
      int colon = server.lastIndexOf(':');
      pod = colon < 0 ? null : pods.get(bare(server.substring(0, colon)));
    }
    if (pod == null) {
      return Server.UNKNOWN;
    }
    ZoneNode node = nodes.apply(pod.node());
    return new Server(pod.name(), node == null || node.zone().isEmpty() ? pod.zone() : node.zone());
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /** A pod's name and zone; each empty where not known. */
  record Server(String pod, String zone) {
    static final Server UNKNOWN = new Server("", "");
  }
}
