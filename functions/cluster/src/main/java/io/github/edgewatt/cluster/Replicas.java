package io.github.edgewatt.cluster;

import java.util.Map;

/**
 * A set of equal pods (a ReplicaSet).
 *
 * @param uid its UID
 * @param namespace its namespace
 * @param name its name
 * @param wanted how many pods it is to have
 * @param annotations its annotations, and under them those of the Deployment above it
 */
public record Replicas(
    String uid, String namespace, String name, int wanted, Map<String, String> annotations) {
  public Replicas {
    annotations = Map.copyOf(annotations);
  }
}
