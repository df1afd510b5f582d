package io.github.edgewatt.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore.KeyState;
import io.github.edgewatt.cluster.ClusterState;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a state like the API server's: nodes, pods, ReplicaSets and their Deployments. Needs the
 * rights to list and watch them. While the API server is away the state stays as it was.
 */
public final class KubernetesView implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KubernetesView.class);

  private final KubernetesClient client;
  private final List<SharedIndexInformer<?>> informers = new ArrayList<>();

  private KubernetesView(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Starts at once and returns; an API server that cannot be reached is tried again until it can.
   *
   * @param client stays the caller's to close, after this
   */
  public static KubernetesView start(KubernetesClient client, ClusterState state) {
    KubernetesView view = new KubernetesView(client);
    ReplicaSets sets = new ReplicaSets(state);
    // By UID: a pod made again under its name is another pod, and both are told of.
    KeyState uid = ReducedStateItemStore.UID_KEY_STATE;
    view.inform(
        Node.class,
        client.nodes(),
        ReducedStateItemStore.NAME_KEY_STATE,
        new Feed<>(
            node -> state.put(Conversions.node(node)),
            node -> state.removeNode(node.getMetadata().getName())));
    view.inform(
        Pod.class,
        client.pods().inAnyNamespace(),
        uid,
        new Feed<>(
            pod -> state.put(Conversions.pod(pod)),
            pod -> state.removePod(pod.getMetadata().getUid())));
    view.inform(
        Deployment.class,
        client.apps().deployments().inAnyNamespace(),
        uid,
        new Feed<>(sets::put, gone -> sets.removeDeployment(gone.getMetadata().getUid())));
    view.inform(
        ReplicaSet.class,
        client.apps().replicaSets().inAnyNamespace(),
        uid,
        new Feed<>(sets::put, gone -> sets.removeSet(gone.getMetadata().getUid())));
    return view;
  }

  /** Whether everything was read at least once. */
  public boolean synced() {
    return informers.stream().allMatch(SharedIndexInformer::hasSynced);
  }

  /** Whether changes are being told of now; false while the API server is away. */
  boolean watching() {
    return informers.stream().allMatch(SharedIndexInformer::isWatching);
  }

  /** Stops; the state stays as it is. */
  @Override
  public void close() {
    informers.forEach(SharedIndexInformer::stop);
  }

  private <T extends HasMetadata> void inform(
      Class<T> type, Informable<T> objects, KeyState key, Feed<T> feed) {
    // The informers' own copies keep a key and a version only: whole objects would be held twice.
    SharedIndexInformer<T> informer =
        objects
            .runnableInformer(0)
            .removeNamespaceIndex()
            .itemStore(new ReducedStateItemStore<>(key, type, client.getKubernetesSerialization()))
            .addEventHandler(feed)
            .exceptionHandler(
                (started, problem) -> {
                  LOG.warn(
                      "{}s cannot be read, trying again: {}",
                      type.getSimpleName(),
                      rootOf(problem).getMessage());
                  return true;
                });
    informers.add(informer);
    informer.start();
  }

  private static Throwable rootOf(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
