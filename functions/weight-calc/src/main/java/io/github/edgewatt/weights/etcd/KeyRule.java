package io.github.edgewatt.weights.etcd;

import java.util.Collection;

/** What may be done to keys that stand in etcd. */
public interface KeyRule {
  /** Whether the key of a function and a zone without weights is to be removed. */
  boolean stale(String function, String zone);

  /**
   * Whether all that a key sends requests to is known; one with other targets is neither written
   * nor removed.
   *
   * @param addresses the key's
   */
  default boolean known(Collection<String> addresses) {
    return true;
  }
}
