package io.github.edgewatt.cluster.redis;

import io.github.edgewatt.cluster.objects.Labels;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.util.List;
import java.util.Map;

/**
 * A hash {@code telemd.info:NODE}: telemd's own fields, and the adapter's {@code labels} and {@code
 * allocatable}.
 */
final class NodeInfo {
  static final String PREFIX = "telemd.info:";

  /** What the kubelet allows where nothing else is told. */
  private static final int DEFAULT_PODS = 110;

  private static final double BYTES_PER_KILOBYTE = 1024;

  private NodeInfo() {}

  /**
   * The node of a hash. What the adapter has not written yet is empty, and room is then telemd's
   * {@code cpus} and {@code ram}.
   *
   * @throws IllegalArgumentException one line where a field cannot be read
   */
  static ZoneNode node(String key, Map<String, String> hash) {
    String name = key.substring(PREFIX.length());
    if (name.isBlank()) {
      throw new IllegalArgumentException("no node's description: " + Text.shown(key));
    }
    Map<String, String> labels = object(hash, "labels");
    Map<String, String> room = object(hash, "allocatable");
    double cores = quantity(hash, "cpus", quantity(room, "cpu", 0));
    double bytes = quantity(hash, "ram", 0) * BYTES_PER_KILOBYTE;
    Resources allocatable =
        new Resources(
            quantity(room, "cpu", cores),
            quantity(room, "memory", bytes),
            (int) Math.min(Integer.MAX_VALUE, quantity(room, "pods", DEFAULT_PODS)));
    return new ZoneNode(
        name,
        Labels.zone(labels),
        Labels.nodeType(labels, Map.of()),
        Labels.worker(labels),
        cores,
        allocatable,
        Resources.NONE,
        Double.NaN,
        Double.NaN);
  }

  /** Other names of the node. */
  static List<String> addresses(Map<String, String> hash) {
    String host = hash.getOrDefault("hostname", "").strip();
    return host.isEmpty() ? List.of() : List.of(host);
  }

  private static Map<String, String> object(Map<String, String> hash, String field) {
    String text = hash.getOrDefault(field, "");
    return text.isBlank() ? Map.of() : Json.texts(Json.object(text));
  }

  private static double quantity(Map<String, String> texts, String name, double otherwise) {
    String text = texts.getOrDefault(name, "");
    return text.isBlank() ? otherwise : Quantity.parse(text);
  }
}
