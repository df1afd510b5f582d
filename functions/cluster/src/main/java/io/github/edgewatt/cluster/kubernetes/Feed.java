package io.github.edgewatt.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands an informer's news on. An object that cannot be read is reported and left as it was; the
 * others go on.
 *
 * @param put what to do with an object that is new or changed
 * @param remove what to do with one that is gone; of it only its name and UID are certain
 */
record Feed<T extends HasMetadata>(Consumer<T> put, Consumer<T> remove)
    implements ResourceEventHandler<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

  @Override
  public void onAdd(T object) {
    tell(put, object);
  }

  @Override
  public void onUpdate(T before, T after) {
    tell(put, after);
  }

  @Override
  public void onDelete(T object, boolean finalStateUnknown) {
    tell(remove, object);
  }

  private void tell(Consumer<T> consumer, T object) {
    try {
      consumer.accept(object);
    } catch (RuntimeException e) {
      LOG.warn(
          "{} {} left as it was: {}",
          object.getKind(),
          object.getMetadata() == null ? "?" : object.getMetadata().getName(),
          e.getMessage());
    }
  }
}
