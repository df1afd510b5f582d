package io.github.edgewatt.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore.KeyState;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Informers of one API server. One that is away, at the start or later, is tried again until it can
 * be read; what changed meanwhile is told then.
 */
final class Informers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Informers.class);

  private final KubernetesClient client;
  private final List<Started<?>> informers = new ArrayList<>();

  private record Started<T extends HasMetadata>(
      SharedIndexInformer<T> informer, Handled<T> handled) {
    boolean synced() {
      return informer.hasSynced() && handled.all(informer.getStore().listKeys());
    }
  }

  /**
   * @param client stays the caller's to close, after this
   */
  Informers(KubernetesClient client) {
    this.client = client;
  }

  /** Starts one more, and returns at once. */
  <T extends HasMetadata> void start(
      Class<T> type, Informable<T> objects, KeyState key, Feed<T> feed) {
    // The informers' own copies keep a key and a version only: whole objects would be held twice.
    ItemStore<T> store =
        new ReducedStateItemStore<>(key, type, client.getKubernetesSerialization());
    Handled<T> handled = new Handled<>(feed, store::getKey);
    SharedIndexInformer<T> informer =
        objects
            .runnableInformer(0)
            .removeNamespaceIndex()
            .itemStore(store)
            .addEventHandler(handled)
            .exceptionHandler(
                (started, problem) -> {
                  LOG.warn(
                      "{}s cannot be read, trying again: {}",
                      type.getSimpleName(),
                      rootOf(problem).getMessage());
                  return true;
                });
    informers.add(new Started<>(informer, handled));
    informer.start();
  }

  /** Whether everything was read, and told of, at least once. */
  boolean synced() {
    return informers.stream().allMatch(Started::synced);
  }

  /** Whether changes are being told of now; false while the API server is away. */
  boolean watching() {
    return informers.stream().allMatch(one -> one.informer().isWatching());
  }

  @Override
  public void close() {
    informers.forEach(one -> one.informer().stop());
  }

  private static Throwable rootOf(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
