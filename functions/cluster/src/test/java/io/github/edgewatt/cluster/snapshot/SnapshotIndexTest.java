package io.github.edgewatt.cluster.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotIndexTest {
  private static ZoneNode node(String name, String zone, boolean worker) {
    return new ZoneNode(
        name, zone, "", worker, 4, Resources.NONE, Resources.NONE, Double.NaN, Double.NaN);
  }

  private static FunctionPod pod(String name, String function, String zone, String node, int port) {
    return new FunctionPod(
        name,
        "default",
        name,
        function,
        zone,
        node,
        "10.0.0.1",
        port,
        FunctionPod.Phase.RUNNING,
        Resources.NONE,
        "",
        "",
        Map.of(),
        "",
        Instant.EPOCH,
        0.25,
        Double.NaN);
  }

  private static Snapshot snapshot(
      List<ZoneNode> nodes, List<FunctionPod> pods, List<Gateway> gateways) {
    return new Snapshot(
        Instant.EPOCH,
        Duration.ofSeconds(1),
        nodes,
        pods,
        gateways,
        new LatencyGraph(Map.of("n1", Map.of("n2", 3.0), "n3", Map.of("n1", 7.0)), 0),
        List.of(),
        List.of());
  }

  private static SnapshotIndex small() {
    return SnapshotIndex.of(
        snapshot(
            List.of(
                node("n1", "b", true),
                node("n2", "b", true),
                node("n3", "a", true),
                node("n4", "client", false),
                node("n5", "", true)),
            List.of(
                pod("p1", "g", "b", "n1", 80),
                pod("p2", "f", "a", "n3", 0),
                pod("p3", "g", "b", "n2", 80),
                pod("p4", "f", "c", "n9", 80),
                pod("p5", "f", "", "n5", 80)),
            List.of(
                new Gateway("b", "gb", "n1", "10.0.1.1:80"),
                new Gateway("a", "ga", "n3", "10.0.1.2:80"))));
  }

  @Test
  void numbersNamesInTheirOrder() {
    SnapshotIndex index = small();
    assertThat(index.functions()).containsExactly("f", "g");
    assertThat(index.zones()).containsExactly("a", "b", "c");
    assertThat(index.function("g")).isEqualTo(1);
    assertThat(index.function("h")).isEqualTo(-1);
    assertThat(index.zone("b")).isEqualTo(1);
    assertThat(index.zone("client")).isEqualTo(-1);
    assertThat(index.node("n3")).isEqualTo(2);
    assertThat(index.node("n9")).isEqualTo(-1);
  }

  @Test
  void groupsPodsAndLeavesOutThoseWithoutAPlace() {
    SnapshotIndex index = small();
    assertThat(index.podCount()).isEqualTo(3);
    assertThat(index.pods(1, 1)).extracting(FunctionPod::name).containsExactly("p1", "p3");
    assertThat(index.pods(0, 0)).extracting(FunctionPod::name).containsExactly("p2");
    assertThat(index.pods(0, 2)).isEmpty();
    assertThat(index.first(0, 2)).isEqualTo(index.end(0, 2));
    int p3 = index.end(1, 1) - 1;
    assertThat(index.pod(p3).name()).isEqualTo("p3");
    assertThat(index.nodeOf(p3)).isEqualTo(1);
    assertThat(index.cores(p3)).isEqualTo(0.25);
    assertThat(index.target(p3)).isEqualTo("10.0.0.1:80");
    assertThat(index.target(index.first(0, 0))).isEmpty();
  }

  @Test
  void knowsNodesOfZonesAndHowFarTheyAre() {
    SnapshotIndex index = small();
    assertThat(index.workers(1)).extracting(ZoneNode::name).containsExactly("n1", "n2");
    assertThat(index.workers(2)).isEmpty();
    assertThat(index.zoneOf(2)).isZero();
    assertThat(index.zoneOf(3)).isEqualTo(-1);
    assertThat(index.zoneOf(4)).isEqualTo(-1);
    assertThat(index.nodeMillis(0)).isZero();
    assertThat(index.nodeMillis(1)).isEqualTo(3);
    assertThat(index.nodeMillis(3)).isNaN();
    assertThat(index.gateway(1)).get().extracting(Gateway::pod).isEqualTo("gb");
    assertThat(index.gateway(2)).isEmpty();
    assertThat(index.gatewayMillis(0, 1)).isEqualTo(7);
    assertThat(index.gatewayMillis(1, 0)).isEqualTo(7);
    assertThat(index.gatewayMillis(2, 2)).isZero();
    assertThat(index.gatewayMillis(0, 2)).isNaN();
  }

  @Test
  void takesAnEmptySnapshot() {
    SnapshotIndex index = SnapshotIndex.of(snapshot(List.of(), List.of(), List.of()));
    assertThat(index.functions()).isEmpty();
    assertThat(index.zones()).isEmpty();
    assertThat(index.podCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void findsEachPodOnceWhereItIs(long seed) {
    Random random = new Random(seed);
    List<ZoneNode> nodes = new ArrayList<>();
    for (int n = 0; n < 1 + random.nextInt(20); n++) {
      nodes.add(node("n" + n, "z" + random.nextInt(5), random.nextBoolean()));
    }
    List<FunctionPod> pods = new ArrayList<>();
    for (int p = 0; p < random.nextInt(200); p++) {
      String zone = random.nextInt(9) == 0 ? "" : "z" + random.nextInt(6);
      String node = "n" + random.nextInt(25);
      pods.add(pod("p" + p, "f" + random.nextInt(7), zone, node, 80));
    }
    SnapshotIndex index = SnapshotIndex.of(snapshot(nodes, pods, List.of()));
    List<FunctionPod> found = new ArrayList<>();
    for (int f = 0; f < index.functions().size(); f++) {
      for (int z = 0; z < index.zones().size(); z++) {
        for (int p = index.first(f, z); p < index.end(f, z); p++) {
          FunctionPod pod = index.pod(p);
          assertThat(pod.function()).isEqualTo(index.functions().get(f));
          assertThat(pod.zone()).isEqualTo(index.zones().get(z));
          assertThat(nodes.get(index.nodeOf(p)).name()).isEqualTo(pod.node());
          found.add(pod);
        }
      }
    }
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            pods.stream()
                .filter(pod -> !pod.zone().isEmpty() && index.node(pod.node()) >= 0)
                .toList());
  }
}
