package io.github.edgewatt.weights.daemon;

import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.weights.etcd.Fence;
import io.github.edgewatt.weights.etcd.KeyRule;
import io.github.edgewatt.weights.etcd.Written;
import io.github.edgewatt.weights.policy.ZoneWeights;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a round works with; another one in tests. */
public interface Surroundings {
  /** The cluster now. */
  Snapshot snapshot(Instant at);

  /** What was never read of the cluster so far; empty where all of it was. */
  Optional<String> missing();

  /** Why nothing can be measured now; empty where it can. */
  Optional<String> waiting();

  /** Whether a source lists all pods, those that are there already too. */
  boolean listed();

  /** The proof of this process's lead; empty where it does not lead. */
  Optional<Fence> fence();

  /** Brings etcd to these weights. */
  Written write(Fence fence, List<ZoneWeights> weights, KeyRule rule);
}
