package io.github.edgewatt.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore;
import io.github.edgewatt.cluster.live.ClusterSource;
import io.github.edgewatt.cluster.objects.Directory;
import io.github.edgewatt.cluster.objects.SeenPod;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells of an API server's nodes and pods as they come, change and go. Needs the rights to list and
 * watch both. While the API server is away what was told stands.
 */
public final class KubernetesSource implements ClusterSource {
  private final Informers informers;

  private KubernetesSource(Informers informers) {
    this.informers = informers;
  }

  /**
   * Starts at once and returns.
   *
   * @param client stays the caller's to close, after this
   */
  public static KubernetesSource start(KubernetesClient client, Directory directory) {
    Informers informers = new Informers(client);
    informers.start(
        Node.class,
        client.nodes(),
        ReducedStateItemStore.NAME_KEY_STATE,
        new Feed<>(
            node -> directory.node(Seen.node(node), addresses(node)),
            node -> directory.removeNode(node.getMetadata().getName())));
    informers.start(
        Pod.class,
        client.pods().inAnyNamespace(),
        ReducedStateItemStore.UID_KEY_STATE,
        new Feed<>(
            pod -> tell(directory, pod), pod -> directory.removePod(pod.getMetadata().getUid())));
    return new KubernetesSource(informers);
  }

  private static void tell(Directory directory, Pod pod) {
    Optional<SeenPod> seen = Seen.pod(pod);
    if (seen.isPresent()) {
      directory.pod(seen.get());
    } else {
      directory.removePod(pod.getMetadata().getUid());
    }
  }

  private static List<String> addresses(Node node) {
    List<NodeAddress> addresses = node.getStatus() == null ? null : node.getStatus().getAddresses();
    return addresses == null
        ? List.of()
        : addresses.stream().map(NodeAddress::getAddress).filter(Objects::nonNull).toList();
  }

  @Override
  public String name() {
    return "kubernetes";
  }

  @Override
  public Optional<String> missing() {
    return informers.synced()
        ? Optional.empty()
        : Optional.of("nodes and pods were not read from the API server yet");
  }

  @Override
  public List<String> problems() {
    return informers.watching()
        ? List.of()
        : List.of("the API server cannot be watched, what it told last stands");
  }

  /** Stops; what was told stands. */
  @Override
  public void close() {
    informers.close();
  }
}
