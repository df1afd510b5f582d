package io.github.edgewatt.cluster;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The view, in memory. Writers take turns; readers take no lock and copy nothing: each node's entry
 * and each set's pods are replaced as a whole, so that a reader never sees half a change.
 *
 * <p>It holds no more than the cluster has: what a deleted node or pod used goes with it, and the
 * use of a node or pod that is not known is not kept.
 */
public final class ClusterState implements ClusterView {
  private final Map<String, NodeEntry> entries = new ConcurrentHashMap<>();
  private final Collection<NodeEntry> all = Collections.unmodifiableCollection(entries.values());
  private final Map<PodName, Used> used = new ConcurrentHashMap<>();
  private final Map<String, Optional<Replicas>> replicas = new ConcurrentHashMap<>();

  /** Every pod by its UID, also those that wait for a node or have ended; writers only. */
  private final Map<String, Pod> pods = new HashMap<>();

  private final Groups byNode = new Groups();
  private final Groups bySet = new Groups();

  @Override
  public Optional<NodeEntry> node(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  @Override
  public Collection<NodeEntry> nodes() {
    return all;
  }

  @Override
  public Optional<Usage> podUsage(String namespace, String pod) {
    Used one = used.get(new PodName(namespace, pod));
    return one == null ? Optional.empty() : one.usage();
  }

  @Override
  public Optional<Replicas> replicas(String uid) {
    return replicas.getOrDefault(uid, Optional.empty());
  }

  @Override
  public List<Pod> placed(String replicasUid) {
    return bySet.of(replicasUid);
  }

  /** Adds a node, or replaces the one of its name. What it used before stays. */
  public synchronized void put(Node node) {
    NodeEntry old = entries.get(node.name());
    if (old == null || !old.node().equals(node)) {
      Optional<Usage> usage = old == null ? Optional.empty() : old.usage();
      entries.put(node.name(), new NodeEntry(node, byNode.of(node.name()), usage));
    }
  }

  /** Forgets a node and what it used. Its pods come back with it, unless they are removed too. */
  public synchronized void removeNode(String name) {
    entries.remove(name);
  }

  /** Adds a pod, or replaces the one of its UID. */
  public synchronized void put(Pod pod) {
    Pod old = pods.put(pod.uid(), pod);
    Groups.Change change = new Groups.Change(old, pod);
    boolean moved = byNode.apply(change, Pod::node);
    bySet.apply(change, one -> one.owner().map(Owner::uid).orElse(""));
    PodName name = new PodName(pod.namespace(), pod.name());
    Used known = used.get(name);
    if (known == null || !known.uid().equals(pod.uid())) {
      used.put(name, new Used(pod.uid(), Optional.empty()));
    }
    if (moved && old != null && !old.node().equals(pod.node())) {
      refresh(old.node());
    }
    if (moved) {
      refresh(pod.node());
    }
  }

  /** Forgets a pod and what it used. */
  public synchronized void removePod(String uid) {
    Pod old = pods.remove(uid);
    if (old == null) {
      return;
    }
    Groups.Change change = new Groups.Change(old, null);
    bySet.apply(change, one -> one.owner().map(Owner::uid).orElse(""));
    if (byNode.apply(change, Pod::node)) {
      refresh(old.node());
    }
    // A new pod may have the name already; what it uses is its own.
    used.computeIfPresent(
        new PodName(old.namespace(), old.name()),
        (name, known) -> known.uid().equals(uid) ? null : known);
  }

  /** Adds a set of pods, or replaces the one of its UID. */
  public void put(Replicas set) {
    replicas.put(set.uid(), Optional.of(set));
  }

  /** Forgets a set of pods; its pods stay. */
  public void removeReplicas(String uid) {
    replicas.remove(uid);
  }

  /** Says what a known node used; of an unknown one nothing is kept. */
  public synchronized void nodeUsage(String node, Usage usage) {
    entries.computeIfPresent(
        node, (name, old) -> new NodeEntry(old.node(), old.pods(), Optional.of(usage)));
  }

  /** Says what a known pod used; of an unknown one nothing is kept. */
  public void podUsage(String namespace, String pod, Usage usage) {
    used.computeIfPresent(
        new PodName(namespace, pod), (name, old) -> new Used(old.uid(), Optional.of(usage)));
  }

  private void refresh(String node) {
    entries.computeIfPresent(
        node, (name, old) -> new NodeEntry(old.node(), byNode.of(node), old.usage()));
  }

  private record PodName(String namespace, String name) {
    PodName {
      Objects.requireNonNull(namespace, "namespace is null");
      Objects.requireNonNull(name, "name is null");
    }
  }

  private record Used(String uid, Optional<Usage> usage) {}
}
