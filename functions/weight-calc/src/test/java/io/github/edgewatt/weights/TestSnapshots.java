package io.github.edgewatt.weights;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A zone with a gateway and a pod of {@code resnet} at {@code 10.0.0.1:8080}. */
public final class TestSnapshots {
  private static final Instant AT = Instant.parse("2026-05-01T10:00:00Z");

  private TestSnapshots() {}

  public static Snapshot onePod() {
    ZoneNode node =
        new ZoneNode("n-a", "a", "", true, 4, Resources.NONE, Resources.NONE, 0.5, Double.NaN);
    FunctionPod pod =
        new FunctionPod(
            "u",
            "default",
            "resnet-1",
            "resnet",
            "a",
            "n-a",
            "10.0.0.1",
            8080,
            FunctionPod.Phase.RUNNING,
            Resources.NONE,
            "fn",
            "img",
            Map.of(),
            "",
            AT,
            0.5,
            Double.NaN);
    return new Snapshot(
        AT,
        Duration.ofSeconds(15),
        List.of(node),
        List.of(pod),
        List.of(new Gateway("a", "gw-a", "n-a", "gw-a:8080")),
        LatencyGraph.EMPTY,
        List.of(),
        List.of());
  }
}
