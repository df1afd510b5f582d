package io.github.edgewatt.weights.daemon;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Two zones, {@code a} and {@code b}, a node and a gateway each, and the pods a test puts there.
 */
final class World {
  static final Instant AT = Instant.parse("2026-05-01T10:00:00.250Z");

  final List<FunctionPod> pods = new ArrayList<>();

  World pod(String function, String zone) {
    return pod(function, zone, FunctionPod.Phase.RUNNING);
  }

  World pod(String function, String zone, FunctionPod.Phase phase) {
    String uid = function + zone + pods.size();
    pods.add(
        new FunctionPod(
            uid,
            "default",
            uid,
            function,
            zone,
            "n-" + zone,
            "10.0.0." + pods.size(),
            8080,
            phase,
            Resources.NONE,
            "fn",
            "img",
            Map.of(),
            "",
            AT,
            0.5,
            Double.NaN));
    return this;
  }

  Snapshot snapshot() {
    return new Snapshot(
        AT,
        Duration.ofSeconds(15),
        List.of(node("a"), node("b")),
        pods,
        List.of(gateway("a"), gateway("b")),
        LatencyGraph.EMPTY,
        List.of(),
        List.of());
  }

  private static ZoneNode node(String zone) {
    return new ZoneNode(
        "n-" + zone, zone, "", true, 4, Resources.NONE, Resources.NONE, 0.5, Double.NaN);
  }

  private static Gateway gateway(String zone) {
    return new Gateway(zone, "gw-" + zone, "n-" + zone, "gw-" + zone + ":8080");
  }
}
