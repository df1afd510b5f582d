package io.github.edgewatt.collector.state;

import io.github.edgewatt.collector.window.Snapshot;

/** What an earlier collector left on a node. */
public sealed interface Earlier {
  /** Something to go on from. */
  record State(Snapshot snapshot) implements Earlier {}

  /** Nothing was left. */
  record Nothing() implements Earlier {}

  /**
   * Something that cannot be gone on from: the windows start empty.
   *
   * @param reason for the log, one line
   */
  record Unusable(String reason) implements Earlier {}
}
