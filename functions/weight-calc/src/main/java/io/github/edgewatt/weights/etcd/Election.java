package io.github.edgewatt.weights.etcd;

import java.time.Duration;
import java.util.Optional;

/**
 * What an election needs of etcd. Every call ends within a deadline, and throws {@link
 * EtcdException} where etcd does not answer.
 */
interface Election {
  /**
   * Who holds the election's key.
   *
   * @param name what the holder wrote
   * @param createRevision when the lead began
   */
  record Holder(String name, long createRevision) {}

  /** The holder of {@code key}, if any. */
  Optional<Holder> holder(String key);

  /** A new lease; its number. */
  long grant(Duration lease);

  /** Keeps a lease; false where it has ended. */
  boolean keep(long lease);

  /** Ends a lease, and what hangs on it. */
  void revoke(long lease);

  /**
   * Takes {@code key} where nobody holds it.
   *
   * @return the create revision; empty where somebody was faster
   */
  Optional<Long> take(String key, String name, long lease);
}
