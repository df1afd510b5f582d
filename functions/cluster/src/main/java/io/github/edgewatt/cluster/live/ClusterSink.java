package io.github.edgewatt.cluster.live;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import io.github.edgewatt.cluster.snapshot.Traffic;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.time.Instant;
import java.util.Collection;

/**
 * Takes what sources tell of a cluster. Safe to call from several threads; never blocks for long,
 * and never refuses with an exception what merely makes no sense (that is counted and left out).
 */
public interface ClusterSink {
  /**
   * Adds a node, or replaces the one of its name; its {@code requested}, {@code cpuShare} and
   * {@code watts} are not looked at: they come by {@link #requested} and by samples.
   */
  void node(ZoneNode node);

  /** Forgets a node, its samples, and gateways on it. Its pods go by {@link #removePod}. */
  void removeNode(String name);

  /**
   * Adds a function's pod, or replaces the one of its UID; {@code cpuCores} and {@code watts} are
   * not looked at.
   */
  void pod(FunctionPod pod);

  /**
   * Says which of a pod's containers samples tell of; without this its UID and name do.
   *
   * @param container the container runtime's id, without {@code containerd://}
   */
  void container(String podUid, String container);

  /** Forgets a pod by its UID, and its samples; also a gateway's. Of an unknown one nothing. */
  void removePod(String uid);

  /** Adds a gateway, or replaces the one of its pod. */
  void gateway(String podUid, Gateway gateway);

  /**
   * Says that a pod is there which is no function's and no gateway's, and takes room on its node; a
   * function's and a gateway's may be told of as well. Ends by {@link #removePod}.
   */
  void requested(String podUid, String node, io.github.edgewatt.cluster.snapshot.Resources asked);

  /** A node's use of its whole CPU at an instant, 0 to 1. */
  void nodeCpu(String node, Instant at, double share);

  /** A node's power at an instant, in watts. */
  void nodeWatts(String node, Instant at, double watts);

  /**
   * The CPU time a container has used in all, a counter; one that falls began anew.
   *
   * @param id a container's id, a pod's UID or a pod's name
   * @param nanoseconds 0 or more
   */
  void cpuTime(String id, Instant at, double nanoseconds);

  /** A pod's power at an instant, in watts; {@code id} as above. */
  void podWatts(String id, Instant at, double watts);

  /** A request that was answered, as its client and the gateways on its way saw it. */
  void trace(RequestTrace trace);

  /** Replaces the request rates that counters tell. */
  void traffic(Collection<Traffic> traffic);

  /** Replaces the latencies. */
  void latencies(LatencyGraph graph);
}
