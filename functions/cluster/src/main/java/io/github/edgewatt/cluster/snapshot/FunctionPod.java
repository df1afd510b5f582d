package io.github.edgewatt.cluster.snapshot;

import java.time.Instant;
import java.util.Map;

/**
 * A pod that serves a function.
 *
 * @param uid its UID
 * @param namespace its namespace
 * @param name its name
 * @param function the function, dashes written as underscores
 * @param zone its own zone label, or its node's; empty where neither has one
 * @param node the node it is bound to, or empty
 * @param address its IP, or empty
 * @param port its container's port; 0 where it has none
 * @param phase where it is in its life
 * @param requests what it asks for; its {@code pods} is 1
 * @param container its first container's name, or empty
 * @param image its first container's image, or empty
 * @param labels its labels
 * @param owner what keeps it: a Deployment's name, or empty for a bare pod
 * @param createdAt when it was made
 * @param cpuCores mean CPU use over the look-back, in cores; or NaN
 * @param watts mean power over the look-back; or NaN
 */
public record FunctionPod(
    String uid,
    String namespace,
    String name,
    String function,
    String zone,
    String node,
    String address,
    int port,
    Phase phase,
    Resources requests,
    String container,
    String image,
    Map<String, String> labels,
    String owner,
    Instant createdAt,
    double cpuCores,
    double watts) {
  public FunctionPod {
    labels = Map.copyOf(labels);
  }

  /** Where a pod is in its life; one that has ended is not in a snapshot. */
  public enum Phase {
    PENDING,
    RUNNING,
    /** Told to end; it takes no new requests. */
    ENDING
  }

  /** Whether requests can be sent to it: it runs and has an address and a port. */
  public boolean reachable() {
    return phase == Phase.RUNNING && !address.isEmpty() && port > 0;
  }
}
