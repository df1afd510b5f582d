package io.github.edgewatt.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.live.LiveCluster;
import io.github.edgewatt.cluster.live.LiveOptions;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

  private final LiveCluster cluster =
      new LiveCluster(LiveOptions.DEFAULTS, Clock.fixed(NOW, ZoneOffset.UTC));
  private final Directory directory = new Directory(cluster);

  private List<Gateway> gateways() {
    return cluster.snapshot(NOW, Duration.ofSeconds(15)).gateways();
  }

  @Test
  void aGatewayWithAZoneOfItsOwnComesBackWithItsNode() {
    ZoneNode node = new ZoneNode("n1", "zone-a", "", true, 4, Resources.NONE, Resources.NONE, 0, 0);
    directory.node(node, List.of());
    directory.pod(
        new SeenPod(
            "g",
            "default",
            "gw-1",
            Map.of("type", "api-gateway", "ether.edgerun.io/zone", "zone-a"),
            "n1",
            "10.0.1.4",
            8080,
            Phase.RUNNING,
            new Resources(0.1, 64 << 20, 1),
            "gw",
            "gw:1",
            "",
            NOW,
            List.of()));
    Gateway gateway = new Gateway("zone-a", "gw-1", "n1", "10.0.1.4:8080");
    assertThat(gateways()).containsExactly(gateway);

    directory.removeNode("n1");
    directory.node(node, List.of());

    assertThat(gateways()).containsExactly(gateway);
  }
}
