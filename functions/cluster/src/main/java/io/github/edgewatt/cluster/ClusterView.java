package io.github.edgewatt.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Nodes, pods and what they use. Answers from memory; safe to share between threads. */
public interface ClusterView {
  /** A node by its name. */
  Optional<NodeEntry> node(String name);

  /** All nodes, in no order. */
  Collection<NodeEntry> nodes();

  /** What a pod used when last measured. */
  Optional<Usage> podUsage(String namespace, String pod);

  /** A set of equal pods by its UID. */
  Optional<Replicas> replicas(String uid);

  /** The pods of a set that are bound to a node and have not ended, in no order. */
  List<Pod> placed(String replicasUid);
}
