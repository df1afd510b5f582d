package io.github.edgewatt.scoring.wiring;

import io.github.edgewatt.cluster.ClusterState;
import java.util.Optional;

/** Keeps the view of a cluster filled. */
interface ClusterFeed extends AutoCloseable {
  ClusterState state();

  /** What is not read yet; empty where everything was once. */
  Optional<String> missing();

  /** Why what nodes use is not known or old; empty where it is fresh. */
  Optional<String> metricsFailure();

  @Override
  void close();
}
