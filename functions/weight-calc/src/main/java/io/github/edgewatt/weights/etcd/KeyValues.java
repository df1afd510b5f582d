package io.github.edgewatt.weights.etcd;

import java.util.List;

/** The part of etcd that weights are kept in. Every call ends within a deadline. */
interface KeyValues {
  /** As many changes as a transaction takes: etcd's limit is 128 operations, as shipped. */
  int MOST_CHANGES = 100;

  /**
   * The keys under {@code prefix} that were changed at {@code sinceRevision} or later.
   *
   * @param sinceRevision 0 for all
   * @throws EtcdException where etcd cannot be read
   */
  Listing read(String prefix, long sinceRevision);

  /**
   * Makes all of {@code changes} or none.
   *
   * @param changes {@value #MOST_CHANGES} at most
   * @throws LostLeadException where {@code fence} is not there any more; nothing was written
   * @throws EtcdException where etcd did not answer: the changes may have been made or not
   */
  Committed commit(Fence fence, List<Change> changes);
}
