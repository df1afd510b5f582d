package io.github.edgewatt.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Hands an informer's news on, and knows whether all that its store held had been handed on once:
 * an informer calls itself synced as soon as it has stored a list, while its news still wait.
 */
final class Handled<T extends HasMetadata> implements ResourceEventHandler<T> {
  private final ResourceEventHandler<T> next;
  private final Function<T, String> key;
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private volatile boolean all;

  /**
   * @param key an object's in the informer's store
   */
  Handled(ResourceEventHandler<T> next, Function<T, String> key) {
    this.next = next;
    this.key = key;
  }

  /** Whether all objects of these keys were handed on; once they were, always. */
  boolean all(Collection<String> stored) {
    if (!all && keys.containsAll(stored)) {
      all = true;
      keys.clear();
    }
    return all;
  }

  @Override
  public void onAdd(T object) {
    next.onAdd(object);
    if (!all) {
      keys.add(key.apply(object));
    }
  }

  @Override
  public void onUpdate(T before, T after) {
    next.onUpdate(before, after);
  }

  @Override
  public void onDelete(T object, boolean finalStateUnknown) {
    next.onDelete(object, finalStateUnknown);
  }
}
