package io.github.edgewatt.weights.etcd;

import java.util.Map;
import java.util.Optional;

/** How a transaction ended. */
sealed interface Committed {
  /**
   * All changes were made.
   *
   * @param revision at which
   */
  record Done(long revision) implements Committed {}

  /**
   * None was made, as some keys were changed by somebody else.
   *
   * @param current all keys of the transaction as they are now; empty where one is not there
   */
  record Conflict(Map<String, Optional<Entry>> current) implements Committed {
    public Conflict {
      current = Map.copyOf(current);
    }
  }
}
