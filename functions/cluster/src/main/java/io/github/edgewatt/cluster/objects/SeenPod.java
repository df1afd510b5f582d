package io.github.edgewatt.cluster.objects;

import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Any pod that has not ended, as a source sees it.
 *
 * @param uid its UID
 * @param namespace its namespace
 * @param name its name
 * @param labels its labels
 * @param node the node it is bound to, or empty
 * @param address its IP, or empty
 * @param port its first container's first port; 0 where it tells none
 * @param phase where it is in its life
 * @param requests what it asks for; its {@code pods} is 1
 * @param container its first container's name, or empty
 * @param image its first container's image, or empty
 * @param owner the Deployment that keeps it, or empty
 * @param createdAt when it was made
 * @param containers ids of its containers, without {@code containerd://}
 */
public record SeenPod(
    String uid,
    String namespace,
    String name,
    Map<String, String> labels,
    String node,
    String address,
    int port,
    Phase phase,
    Resources requests,
    String container,
    String image,
    String owner,
    Instant createdAt,
    List<String> containers) {
  public SeenPod {
    labels = Map.copyOf(labels);
    containers = List.copyOf(containers);
  }

  /** The same, ending. */
  public SeenPod ending() {
    return new SeenPod(
        uid,
        namespace,
        name,
        labels,
        node,
        address,
        port,
        Phase.ENDING,
        requests,
        container,
        image,
        owner,
        createdAt,
        containers);
  }
}
