package io.github.edgewatt.cluster.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientZonesTest {
  private final ClientZones zones =
      new ClientZones(
          Set.of("zone-a", "zone-b", "zone-ab", "edge", "edge-1", "b"),
          Map.of("front-deployment-x1", "zone-b", "front", "edge"));

  @ParameterizedTest
  @CsvSource({
    "galileo-worker-zone-a-x7k2p, zone-a",
    "galileo-worker-zone-a-x7k2p-12, zone-a",
    "galileo-worker-zone-ab-x7k2p, zone-ab",
    "zone-b, zone-b",
    "load_zone-b:3, zone-b",
    "edge-1-client, edge-1",
    "edge-2-client, edge",
    "worker-zone-abc, ''",
    "my-b-client, b",
    "bob, ''",
    "front-deployment-x1, zone-b",
    "front-deployment-x1-7, zone-b",
    "front-deployment-x12, edge",
    "frontal, ''",
    "'', ''",
    "---, ''"
  })
  void findsTheLongestNameThatIsAPart(String client, String zone) {
    assertThat(zones.of(client)).isEqualTo(zone);
    assertThat(zones.of(client)).isEqualTo(zone);
  }
}
