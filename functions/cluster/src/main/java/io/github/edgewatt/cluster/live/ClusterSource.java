package io.github.edgewatt.cluster.live;

import java.util.List;
import java.util.Optional;

/**
 * Tells a {@link ClusterSink} of a cluster, from its start until it is closed. What it depends on
 * may be away at the start and later: it tries again, with pauses, and goes on where it can.
 */
public interface ClusterSource extends AutoCloseable {
  /** {@code redis}, {@code kubernetes} or {@code prometheus}. */
  String name();

  /** What was never read so far, in one line; empty once everything was. Never blocks. */
  Optional<String> missing();

  /** What is wrong now, one line each; empty where all is well. Never blocks. */
  List<String> problems();

  @Override
  void close();
}
