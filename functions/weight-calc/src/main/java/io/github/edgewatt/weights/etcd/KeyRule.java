package io.github.edgewatt.weights.etcd;

import java.util.Collection;

/** What may be done to keys that stand in etcd. */
public interface KeyRule {
  /** Whether the key of a function and a zone without weights is to be removed. */
  boolean stale(String function, String zone);

  /**
   * Whether all these targets are known; others stay in their keys, as they may well be there.
   *
   * @param addresses the key's
   */
  default boolean known(Collection<String> addresses) {
    return true;
  }
}
