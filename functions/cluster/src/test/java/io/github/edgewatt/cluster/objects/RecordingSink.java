package io.github.edgewatt.cluster.objects;

import io.github.edgewatt.cluster.live.ClusterSink;
import io.github.edgewatt.cluster.live.RequestTrace;
import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.Traffic;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told, for tests to look at. */
public final class RecordingSink implements ClusterSink {
  public final Map<String, ZoneNode> nodes = new ConcurrentHashMap<>();
  public final Map<String, FunctionPod> pods = new ConcurrentHashMap<>();
  public final Map<String, Gateway> gateways = new ConcurrentHashMap<>();
  public final Map<String, Resources> requested = new ConcurrentHashMap<>();
  public final Map<String, String> containers = new ConcurrentHashMap<>();
  public final List<Sample> samples = new CopyOnWriteArrayList<>();
  public final List<RequestTrace> traces = new CopyOnWriteArrayList<>();
  public volatile List<Traffic> traffic = List.of();

  /** A measured value. */
  public record Sample(String kind, String of, Instant at, double value) {}

  /** The samples of a kind. */
  public List<Sample> samples(String kind) {
    return samples.stream().filter(one -> one.kind().equals(kind)).toList();
  }

  @Override
  public void node(ZoneNode node) {
    nodes.put(node.name(), node);
  }

  @Override
  public void removeNode(String name) {
    nodes.remove(name);
  }

  @Override
  public void pod(FunctionPod pod) {
    pods.put(pod.uid(), pod);
  }

  @Override
  public void container(String podUid, String container) {
    containers.put(container, podUid);
  }

  @Override
  public void removePod(String uid) {
    pods.remove(uid);
    gateways.remove(uid);
    requested.remove(uid);
  }

  @Override
  public void gateway(String podUid, Gateway gateway) {
    gateways.put(podUid, gateway);
  }

  @Override
  public void requested(String podUid, String node, Resources asked) {
    requested.put(podUid, asked);
  }

  @Override
  public void nodeCpu(String node, Instant at, double share) {
    samples.add(new Sample("nodeCpu", node, at, share));
  }

  @Override
  public void nodeWatts(String node, Instant at, double watts) {
    samples.add(new Sample("nodeWatts", node, at, watts));
  }

  @Override
  public void cpuTime(String id, Instant at, double nanoseconds) {
    samples.add(new Sample("cpuTime", id, at, nanoseconds));
  }

  @Override
  public void podWatts(String id, Instant at, double watts) {
    samples.add(new Sample("podWatts", id, at, watts));
  }

  @Override
  public void trace(RequestTrace trace) {
    traces.add(trace);
  }

  @Override
  public void traffic(Collection<Traffic> told) {
    traffic = List.copyOf(told);
  }

  @Override
  public void latencies(LatencyGraph graph) {
    throw new IllegalStateException("no source tells latencies");
  }
}
