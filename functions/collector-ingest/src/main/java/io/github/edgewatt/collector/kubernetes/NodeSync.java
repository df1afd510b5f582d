package io.github.edgewatt.collector.kubernetes;

import io.github.edgewatt.collector.state.Annotations;
import io.github.edgewatt.collector.window.NodeWindows;
import io.github.edgewatt.collector.window.Snapshot;
import java.time.Instant;

/**
 * What is known of one node's annotations at the API server. Of the synchronising thread alone, but
 * for what {@link #status} tells.
 */
final class NodeSync {
  final String name;
  final NodeWindows windows;

  /** Whether what an earlier collector left has been read: before, nothing may be written. */
  boolean restored;

  Snapshot last = Snapshot.EMPTY;
  Annotations written;
  long writtenNanos;
  long dueNanos;
  int failures;
  private volatile SyncStatus status = SyncStatus.NEVER;

  NodeSync(String name, NodeWindows windows, long nowNanos) {
    this.name = name;
    this.windows = windows;
    this.dueNanos = nowNanos;
  }

  boolean due(long nowNanos) {
    return nowNanos - dueNanos >= 0;
  }

  void wrote(Annotations annotations, Instant now, long nowNanos) {
    written = annotations;
    writtenNanos = nowNanos;
    status = new SyncStatus(now, "");
  }

  /** Notes why it fails; tells whether that is news. */
  boolean failed(String reason) {
    failures++;
    boolean news = !status.problem().equals(reason);
    status = new SyncStatus(status.writtenAt(), reason);
    return news;
  }

  /** Notes that it works; tells whether that is news. */
  boolean succeeded() {
    boolean news = failures > 0;
    failures = 0;
    status = new SyncStatus(status.writtenAt(), "");
    return news;
  }

  SyncStatus status() {
    return status;
  }
}
