package io.github.edgewatt.cluster.objects;

import java.util.Map;
import java.util.Optional;

/** What the labels of nodes and pods mean, as the osmotic edgebench and OpenFaaS write them. */
public final class Labels {
  private static final String ZONE = "ether.edgerun.io/zone";
  private static final String TOPOLOGY_ZONE = "topology.kubernetes.io/zone";
  private static final String FUNCTION = "ether.edgerun.io/function";
  private static final String OPENFAAS_FUNCTION = "faas_function";
  private static final String TYPE = "type";
  private static final String GATEWAY_TYPE = "api-gateway";
  private static final String FUNCTION_TYPE = "fn";
  private static final String WORKER = "node-role.kubernetes.io/worker";
  private static final String NODE_TYPE = "edgewatt.io/node-type";
  private static final String TEMPLATE_HASH = "pod-template-hash";

  /** By which the edgebench tells a function from its pods' names. */
  private static final String DEPLOYMENT = "-deployment";

  private Labels() {}

  /** A node's or a pod's zone; empty where it has none. */
  public static String zone(Map<String, String> labels) {
    String own = labels.getOrDefault(ZONE, "").strip();
    return own.isEmpty() ? labels.getOrDefault(TOPOLOGY_ZONE, "").strip() : own;
  }

  /**
   * Whether functions may run on a node: its worker role is {@code true}, by which the pods that
   * are made choose their nodes.
   */
  public static boolean worker(Map<String, String> labels) {
    return "true".equals(labels.get(WORKER));
  }

  /**
   * The kind of node that a power model knows it as, from its annotations or else its labels; empty
   * where neither names one.
   */
  public static String nodeType(Map<String, String> labels, Map<String, String> annotations) {
    String annotation = annotations.getOrDefault(NODE_TYPE, "").strip();
    return annotation.isEmpty() ? labels.getOrDefault(NODE_TYPE, "").strip() : annotation;
  }

  /** Whether a pod is its zone's gateway. */
  public static boolean gateway(Map<String, String> labels) {
    return GATEWAY_TYPE.equals(labels.get(TYPE));
  }

  /** The function that a pod serves, dashes written as underscores; empty for other pods. */
  public static Optional<String> function(String podName, Map<String, String> labels) {
    String type = labels.getOrDefault(TYPE, "");
    if (!type.isEmpty() && !type.equals(FUNCTION_TYPE)) {
      return Optional.empty();
    }
    String function = labels.getOrDefault(FUNCTION, labels.getOrDefault(OPENFAAS_FUNCTION, ""));
    if (function.isBlank() && type.equals(FUNCTION_TYPE)) {
      function = podName.substring(0, Math.max(0, podName.indexOf(DEPLOYMENT)));
    }
    return Optional.of(underscored(function)).filter(one -> !one.isEmpty());
  }

  /** The Deployment that a pod's name tells, where the label of its template is there; or empty. */
  public static String deployment(String podName, Map<String, String> labels) {
    String hash = labels.getOrDefault(TEMPLATE_HASH, "");
    int at = hash.isEmpty() ? -1 : podName.lastIndexOf("-" + hash);
    return podName.substring(0, Math.max(0, at));
  }

  /** A function's name as records, keys and events have it. */
  public static String underscored(String function) {
    return function.strip().replace('-', '_');
  }
}
