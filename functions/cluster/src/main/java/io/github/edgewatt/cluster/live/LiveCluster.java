package io.github.edgewatt.cluster.live;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.Traffic;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a cluster now, from what sources tell: bounded in time and in number, whoever
 * tells how much. Safe to call from several threads.
 *
 * <p>Times are judged by the clock of this process: what is older than its window, or further ahead
 * than clocks may be apart, is left out and counted; what comes late within the window is sorted
 * in, what comes twice counts once. Samples of containers that are not known yet wait, as many
 * series as may be, until their pod is told of or others need the room.
 *
 * <p>A pod's CPU is the rise of its counters between the look-back's ends, interpolated there,
 * divided by the time; so 1 is one core. The mean of upstream's {@code percentage_relative} over
 * the same samples is the same number divided by the node's cores, since a mean of rises between
 * equally distant samples is the whole rise. A node's CPU and watts are time means.
 *
 * <p>Traces are those answered with status 200 whose function told when it began, as upstream keeps
 * them; all others are counted. They belong to the look-back in which they were answered, so that
 * slow ones are not lost. Rates of counters are forgotten when nobody has told them for as long as
 * the telemetry window.
 */
public final class LiveCluster implements ClusterSink {
  private static final double MOST_SHARE = 1.5;

  private final LiveOptions options;
  private final Clock clock;
  private final Drops drops = new Drops();
  private final Map<String, ZoneNode> nodes = new HashMap<>();
  private final Map<String, Gateway> gateways = new HashMap<>();
  private final Map<String, Requested> requested = new HashMap<>();
  private final Servers servers = new Servers();
  private final Series nodeCpu;
  private final Series nodeWatts;
  private final Series podCpu;
  private final Series podWatts;
  private final PodBook pods;
  private final TraceWindow traces;
  private final LiveLatencies latencies;
  private List<Traffic> traffic = List.of();
  private Instant trafficAt = Instant.MIN;

  /** Empty, by the system's clock. */
  public LiveCluster(LiveOptions options) {
    this(options, Clock.systemUTC());
  }

  /** Empty, by {@code clock}. */
  public LiveCluster(LiveOptions options, Clock clock) {
    this.options = options;
    this.clock = clock;
    nodeCpu = new Series(options, clock, drops, options.mostWaiting());
    nodeWatts = new Series(options, clock, drops, options.mostWaiting());
    podCpu = new Series(options, clock, drops, options.mostWaiting());
    podWatts = new Series(options, clock, drops, options.mostWaiting());
    pods = new PodBook(options, drops, podCpu, podWatts);
    traces = new TraceWindow(options, clock, drops);
    latencies = new LiveLatencies(options.latencies(), drops);
  }

  @Override
  public synchronized void node(ZoneNode node) {
    if (!nodes.containsKey(node.name()) && nodes.size() >= options.mostNodes()) {
      drops.count(Drop.TOO_MANY_NODES);
      return;
    }
    nodes.put(node.name(), node);
    nodeCpu.claim(node.name());
    nodeWatts.claim(node.name());
  }

  @Override
  public synchronized void removeNode(String name) {
    nodes.remove(name);
    nodeCpu.forget(name);
    nodeWatts.forget(name);
    gateways.values().removeIf(gateway -> gateway.node().equals(name));
    latencies.forget(name);
  }

  @Override
  public synchronized void pod(FunctionPod pod) {
    FunctionPod before = pods.get(pod.uid());
    if (before != null) {
      servers.remove(before);
    }
    if (pods.put(pod)) {
      servers.put(pod);
    }
  }

  @Override
  public synchronized void container(String podUid, String container) {
    pods.container(podUid, container);
  }

  @Override
  public synchronized void removePod(String uid) {
    gateways.remove(uid);
    requested.remove(uid);
    FunctionPod gone = pods.remove(uid);
    if (gone != null) {
      servers.remove(gone);
    }
  }

  @Override
  public synchronized void gateway(String podUid, Gateway gateway) {
    if (!gateways.containsKey(podUid) && gateways.size() >= options.mostPods()) {
      drops.count(Drop.TOO_MANY_PODS);
      return;
    }
    gateways.put(podUid, gateway);
  }

  @Override
  public synchronized void requested(String podUid, String node, Resources asked) {
    if (!requested.containsKey(podUid) && requested.size() >= options.mostPods()) {
      drops.count(Drop.TOO_MANY_PODS);
      return;
    }
    requested.put(podUid, new Requested(node, asked));
  }

  @Override
  public synchronized void nodeCpu(String node, Instant at, double share) {
    nodeCpu.add(node, at, share <= MOST_SHARE ? Math.min(1, share) : share, 1);
  }

  @Override
  public synchronized void nodeWatts(String node, Instant at, double watts) {
    nodeWatts.add(node, at, watts, Double.MAX_VALUE);
  }

  @Override
  public synchronized void cpuTime(String id, Instant at, double nanoseconds) {
    podCpu.add(id, at, nanoseconds, Double.MAX_VALUE);
  }

  @Override
  public synchronized void podWatts(String id, Instant at, double watts) {
    podWatts.add(id, at, watts, Double.MAX_VALUE);
  }

  @Override
  public synchronized void trace(RequestTrace trace) {
    if (traces.add(trace, servers.find(trace.server(), nodes::get))) {
      latencies.learn(trace.hops(), nodes::containsKey);
    }
  }

  @Override
  public void traffic(Collection<Traffic> rates) {
    List<Traffic> good =
        rates.stream()
            .filter(one -> one.requestsPerSecond() >= 0 && one.requestsPerSecond() < 1e12)
            .limit(options.mostTraces())
            .toList();
    long senseless =
        rates.stream()
            .filter(one -> !(one.requestsPerSecond() >= 0 && one.requestsPerSecond() < 1e12))
            .count();
    drops.count(Drop.SENSELESS, senseless);
    drops.count(Drop.TOO_MANY_RATES, rates.size() - senseless - good.size());
    synchronized (this) {
      traffic = good;
      trafficAt = clock.instant();
    }
  }

  @Override
  public synchronized void latencies(LatencyGraph graph) {
    latencies.told(graph);
  }

  /**
   * The cluster as it is known at {@code at}.
   *
   * @param lookback over which means are taken; what it sees beyond the windows is not there
   */
  public Snapshot snapshot(Instant at, Duration lookback) {
    SnapshotMaker maker;
    synchronized (this) {
      boolean fresh = !trafficAt.isBefore(clock.instant().minus(options.telemetryWindow()));
      maker =
          new SnapshotMaker(
              at,
              lookback,
              latencies.graph(),
              traces.within(at, lookback),
              fresh ? traffic : List.of());
      for (ZoneNode node : nodes.values()) {
        maker.node(
            node,
            nodeCpu.mean(node.name(), at, lookback),
            nodeWatts.mean(node.name(), at, lookback));
      }
      for (FunctionPod pod : pods.all()) {
        maker.pod(pod, pods.cores(pod, at, lookback), pods.watts(pod, at, lookback));
      }
      gateways.values().forEach(maker::gateway);
      requested.forEach(
          (uid, one) -> {
            if (pods.get(uid) == null) {
              maker.requested(one);
            }
          });
    }
    return maker.make();
  }

  /** How much was left out since the start, by reason; all reasons are there. */
  public Map<String, Long> dropped() {
    return drops.byReason();
  }

  /** How many nodes, pods, gateways, samples and traces are kept now. */
  public synchronized Map<String, Long> kept() {
    return Map.of(
        "nodes", (long) nodes.size(),
        "pods", (long) pods.all().size(),
        "gateways", (long) gateways.size(),
        "samples", nodeCpu.samples() + nodeWatts.samples() + podCpu.samples() + podWatts.samples(),
        "traces", (long) traces.size());
  }

  /** What a pod that is no function's asks for, and where. */
  record Requested(String node, Resources asked) {}
}
