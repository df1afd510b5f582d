package io.github.edgewatt.cluster;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A pod as its API server knows it, or as a scheduler asks about it.
 *
 * @param uid its UID; empty for a pod that is only asked about
 * @param namespace its namespace
 * @param name its name
 * @param node the node it is bound to, or empty
 * @param phase where it is in its life
 * @param labels its labels
 * @param annotations its annotations
 * @param cpu what it asks for as a whole: containers and sidecars added up, or the largest init
 *     container where that is more, and the overhead
 * @param firstContainer what its first container alone asks for
 * @param owner its controller
 * @param createdAt when it was made
 */
public record Pod(
    String uid,
    String namespace,
    String name,
    String node,
    Phase phase,
    Map<String, String> labels,
    Map<String, String> annotations,
    CpuDemand cpu,
    CpuDemand firstContainer,
    Optional<Owner> owner,
    Instant createdAt) {
  public Pod {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }

  /** Where a pod is in its life. */
  public enum Phase {
    PENDING,
    RUNNING,
    /** Succeeded or failed: it uses nothing any more. */
    ENDED,
    UNKNOWN
  }
}
