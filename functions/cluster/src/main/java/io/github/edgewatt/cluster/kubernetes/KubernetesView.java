package io.github.edgewatt.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore.KeyState;
import io.github.edgewatt.cluster.ClusterState;

/**
 * Keeps a state like the API server's: nodes, pods, ReplicaSets and their Deployments. Needs the
 * rights to list and watch them. While the API server is away the state stays as it was.
 */
public final class KubernetesView implements AutoCloseable {
  private final Informers informers;

  private KubernetesView(Informers informers) {
    this.informers = informers;
  }

  /**
   * Starts at once and returns; an API server that cannot be reached is tried again until it can.
   *
   * @param client stays the caller's to close, after this
   */
  public static KubernetesView start(KubernetesClient client, ClusterState state) {
    Informers informers = new Informers(client);
    ReplicaSets sets = new ReplicaSets(state);
    // By UID: a pod made again under its name is another pod, and both are told of.
    KeyState uid = ReducedStateItemStore.UID_KEY_STATE;
    informers.start(
        Node.class,
        client.nodes(),
        ReducedStateItemStore.NAME_KEY_STATE,
        new Feed<>(
            node -> state.put(Conversions.node(node)),
            node -> state.removeNode(node.getMetadata().getName())));
    informers.start(
        Pod.class,
        client.pods().inAnyNamespace(),
        uid,
        new Feed<>(
            pod -> state.put(Conversions.pod(pod)),
            pod -> state.removePod(pod.getMetadata().getUid())));
    informers.start(
        Deployment.class,
        client.apps().deployments().inAnyNamespace(),
        uid,
        new Feed<>(sets::put, gone -> sets.removeDeployment(gone.getMetadata().getUid())));
    informers.start(
        ReplicaSet.class,
        client.apps().replicaSets().inAnyNamespace(),
        uid,
        new Feed<>(sets::put, gone -> sets.removeSet(gone.getMetadata().getUid())));
    return new KubernetesView(informers);
  }

  /** Whether everything was read at least once. */
  public boolean synced() {
    return informers.synced();
  }

  /** Whether changes are being told of now; false while the API server is away. */
  boolean watching() {
    return informers.watching();
  }

  /** Stops; the state stays as it is. */
  @Override
  public void close() {
    informers.close();
  }
}
