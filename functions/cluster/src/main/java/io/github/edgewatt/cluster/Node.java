package io.github.edgewatt.cluster;

import java.util.Map;

/**
 * A node as its API server knows it.
 *
 * @param name its name
 * @param labels its labels
 * @param annotations its annotations
 * @param address its InternalIP, or empty
 * @param cores CPU capacity in cores; 0 where the node tells none
 * @param bytes memory capacity in bytes; 0 where the node tells none
 * @param unschedulable whether it takes no new pods
 */
public record Node(
    String name,
    Map<String, String> labels,
    Map<String, String> annotations,
    String address,
    double cores,
    double bytes,
    boolean unschedulable) {
  public Node {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }
}
