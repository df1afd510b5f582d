package io.github.edgewatt.cluster.live;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What sources may tell. */
final class Told {
  static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private Told() {}

  static ZoneNode node(String name, String zone) {
    return new ZoneNode(
        name,
        zone,
        "MID",
        true,
        4,
        new Resources(4, 8e9, 110),
        Resources.NONE,
        Double.NaN,
        Double.NaN);
  }

  static FunctionPod pod(String uid, String function, String zone, String node, String address) {
    return new FunctionPod(
        uid,
        "default",
        function + "-deployment-" + uid,
        function,
        zone,
        node,
        address,
        8080,
        FunctionPod.Phase.RUNNING,
        new Resources(0.5, 1e8, 1),
        "main",
        "image",
        Map.of(),
        "",
        START,
        Double.NaN,
        Double.NaN);
  }

  /** Answered with 200 after 100 ms, 20 ms of them on the way. */
  static RequestTrace trace(Instant sent, String client, String server) {
    return new RequestTrace(
        sent,
        sent.plusMillis(100),
        200,
        "f",
        client,
        server,
        sent.plusMillis(5),
        sent.plusMillis(85),
        List.of());
  }
}
