package io.github.edgewatt.scaling;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import io.github.edgewatt.scaling.policy.Creation;
import io.github.edgewatt.scaling.policy.Removal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Small clusters. */
public final class TestPods {
  /** When they were looked at. */
  public static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

  private TestPods() {}

  /** A running pod of {@code resnet_50} on the node {@code <zone>-1}, a minute old. */
  public static FunctionPod pod(String name, String zone) {
    return pod(name, zone, zone + "-1", Phase.RUNNING, "", NOW.minusSeconds(60));
  }

  public static FunctionPod pod(
      String name, String zone, String node, Phase phase, String owner, Instant createdAt) {
    return new FunctionPod(
        "uid-" + name,
        "default",
        name,
        "resnet_50",
        zone,
        node,
        node.isEmpty() ? "" : "10.0.0.7",
        8080,
        phase,
        new Resources(0.25, 128 * 1024 * 1024, 1),
        "resnet-container",
        "docker/resnet:1.0",
        Map.of(
            "ether.edgerun.io/function",
            "resnet-50",
            "ether.edgerun.io/zone",
            zone,
            "pod-template-hash",
            "abc"),
        owner,
        createdAt,
        0.2,
        Double.NaN);
  }

  public static Creation creation(FunctionPod like, String origin, String zone) {
    return new Creation(like.function(), origin, zone, like, 1.5, 0.8, "pressure 1.5 > 0.8");
  }

  public static Removal removal(FunctionPod pod) {
    return new Removal(pod, Double.NaN, 0.2, "no requests");
  }

  public static ZoneNode node(String name, String zone, double freeCores) {
    return new ZoneNode(
        name,
        zone,
        "",
        true,
        4,
        new Resources(4, 8e9, 110),
        new Resources(4 - freeCores, 1e9, 3),
        0.5,
        Double.NaN);
  }

  /** Zones a and b with two nodes each, of which the second has more room. */
  public static Snapshot snapshot(Instant at, FunctionPod... pods) {
    return new Snapshot(
        at,
        Duration.ofSeconds(20),
        List.of(node("a-1", "a", 1), node("a-2", "a", 2), node("b-1", "b", 1), node("b-2", "b", 2)),
        List.of(pods),
        List.of(
            new Gateway("a", "gateway-a", "a-1", "10.0.0.1:8080"),
            new Gateway("b", "gateway-b", "b-1", "10.0.0.2:8080")),
        new LatencyGraph(Map.of("a-1", Map.of("b-1", 20.0)), 0),
        List.of(),
        List.of());
  }
}
