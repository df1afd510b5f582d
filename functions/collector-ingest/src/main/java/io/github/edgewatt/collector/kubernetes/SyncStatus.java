package io.github.edgewatt.collector.kubernetes;

import java.time.Instant;

/**
 * How it stands with a node's annotations.
 *
 * @param writtenAt when they were last written; the epoch where they never were
 * @param problem why the last request failed; empty where it did not
 */
public record SyncStatus(Instant writtenAt, String problem) {
  /** Not yet tried. */
  public static final SyncStatus NEVER = new SyncStatus(Instant.EPOCH, "");
}
