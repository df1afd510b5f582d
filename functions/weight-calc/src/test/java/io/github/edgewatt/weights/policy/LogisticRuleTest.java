package io.github.edgewatt.weights.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogisticRuleTest {
  private static final PolicySettings OURS = PolicySettings.of("logistic");
  private static final PolicySettings UPSTREAM = OURS.asUpstream();

  /** Two zones 20 ms from each other; that of docs/steering.md. */
  static TestCluster example() {
    return new TestCluster()
        .gateway("zone-a")
        .gateway("zone-b")
        .node("n1", "zone-a", 4, 0.5)
        .node("n2", "zone-a", 4, 0.25)
        .node("n3", "zone-b", 8, 0.25)
        .pod("p1", "resnet", "zone-a", "n1", 2)
        .pod("p2", "resnet", "zone-a", "n2", 1)
        .pod("p3", "resnet", "zone-b", "n3", 2)
        .latency("gw-zone-a", "n1", 1)
        .latency("gw-zone-a", "n2", 10)
        .latency("gw-zone-b", "n3", 1)
        .latency("gw-zone-a", "gw-zone-b", 20);
  }

  @ParameterizedTest
  @CsvSource({
    // 1 - L(x)/a, times 100, of an idle pod; L/a is .005 .011 .051 .272 .502 .732 .953 .999.
    "0, 99",
    "10, 98",
    "20, 94",
    "30, 72",
    "35, 49",
    "40, 26",
    "50, 4",
    "70, 1",
    "1000, 1"
  })
  void anIdlePodWeighsWhatItsLatencyLeaves(double millis, int weight) {
    TestCluster cluster =
        new TestCluster()
            .gateway("z")
            .node("n", "z", 4, 0)
            .pod("p", "f", "z", "n", 0)
            .latency("gw-z", "n", millis);

    assertThat(TestCluster.of(cluster.weigh(OURS), "f", "z")).containsEntry("p.ip:8080", weight);
    assertThat(TestCluster.of(cluster.weigh(UPSTREAM), "f", "z"))
        .containsEntry("p.ip:8080", weight);
  }

  @Test
  void otherZonesAreScaledLikeOnesOwn() {
    assertThat(TestCluster.of(example().weigh(OURS), "resnet", "zone-a"))
        .isEqualTo(Map.of("p1.ip:8080", 49, "p2.ip:8080", 74, "zone-b.gw:8080", 70));
    assertThat(TestCluster.of(example().weigh(OURS), "resnet", "zone-b"))
        .isEqualTo(Map.of("p3.ip:8080", 74, "zone-a.gw:8080", 58));
  }

  @Test
  void upstreamsOtherZonesWeighOne() {
    assertThat(TestCluster.of(example().weigh(UPSTREAM), "resnet", "zone-a"))
        .isEqualTo(Map.of("p1.ip:8080", 49, "p2.ip:8080", 74, "zone-b.gw:8080", 1));
  }

  @Test
  void inZoneScopeNothingGoesAway() {
    WeightRound round = example().weigh(OURS.in(Scope.ZONE));

    assertThat(TestCluster.of(round, "resnet", "zone-a"))
        .isEqualTo(Map.of("p1.ip:8080", 49, "p2.ip:8080", 74));
    assertThat(round.weights()).hasSize(2);
  }

  @Test
  void aBusyPodGetsNothingHereAndEverythingUpstream() {
    TestCluster cluster =
        new TestCluster()
            .gateway("z")
            .node("n1", "z", 4, 1)
            .node("n2", "z", 4, 0.5)
            .pod("busy", "f", "z", "n1", 4)
            .pod("half", "f", "z", "n2", 2)
            .latency("gw-z", "n1", 0)
            .latency("gw-z", "n2", 0);

    assertThat(TestCluster.of(cluster.weigh(OURS), "f", "z"))
        .isEqualTo(Map.of("busy.ip:8080", 0, "half.ip:8080", 49));
    assertThat(TestCluster.of(cluster.weigh(UPSTREAM), "f", "z"))
        .isEqualTo(Map.of("busy.ip:8080", 99, "half.ip:8080", 49));
  }

  @Test
  void whereAllAreBusyNearnessDecides() {
    TestCluster cluster = example();
    TestCluster busy =
        new TestCluster()
            .gateway("z")
            .node("n1", "z", 4, 1)
            .node("n2", "z", 4, 1)
            .pod("near", "f", "z", "n1", 4)
            .pod("far", "f", "z", "n2", 5)
            .latency("gw-z", "n1", 0)
            .latency("gw-z", "n2", 40);

    assertThat(TestCluster.of(busy.weigh(OURS), "f", "z"))
        .isEqualTo(Map.of("near.ip:8080", 99, "far.ip:8080", 26));
    assertThat(cluster.weigh(OURS).problems()).isEmpty();
  }

  @Test
  void ownPodsKeepAWayForWhatOthersSend() {
    TestCluster cluster = example().node("n4", "zone-c", 4, 1).gateway("zone-c");
    cluster.pod("p4", "resnet", "zone-c", "n4", 4);

    assertThat(TestCluster.of(cluster.weigh(OURS), "resnet", "zone-c"))
        .containsEntry("p4.ip:8080", 1);
    assertThat(TestCluster.of(cluster.weigh(OURS), "resnet", "zone-a"))
        .containsEntry("zone-c.gw:8080", 0);
  }

  @Test
  void aLatencyNobodyKnowsIsTheHighest() {
    TestCluster cluster =
        new TestCluster()
            .gateway("z")
            .node("n1", "z", 4, 0)
            .node("n2", "z", 4, 0)
            .pod("known", "f", "z", "n1", 0)
            .pod("hole", "f", "z", "n2", 0)
            .latency("gw-z", "n1", 30);

    assertThat(TestCluster.of(cluster.weigh(OURS), "f", "z"))
        .isEqualTo(Map.of("known.ip:8080", 72, "hole.ip:8080", 72));
  }

  @Test
  void withoutAnyLatencyOnesOwnAreNearAndOthersFar() {
    TestCluster cluster =
        new TestCluster()
            .gateway("a")
            .gateway("b")
            .node("n1", "a", 4, 0)
            .node("n2", "b", 4, 0)
            .pod("p1", "f", "a", "n1", Double.NaN)
            .pod("p2", "f", "b", "n2", Double.NaN);

    assertThat(TestCluster.of(cluster.weigh(OURS), "f", "a"))
        .isEqualTo(Map.of("p1.ip:8080", 99, "b.gw:8080", 1));
  }

  @Test
  void aZoneWithoutGatewayIsNoTargetButHasItsOwn() {
    TestCluster cluster = example().node("n5", "zone-d", 4, 0);
    cluster.pod("p5", "resnet", "zone-d", "n5", 0);
    WeightRound round = cluster.weigh(OURS);

    assertThat(TestCluster.of(round, "resnet", "zone-a")).doesNotContainKey("zone-d.gw:8080");
    // The highest latency of the graph is 20 ms: 94 of 100.
    assertThat(TestCluster.of(round, "resnet", "zone-d")).containsEntry("p5.ip:8080", 94);
  }

  @Test
  void podsThatCannotBeReachedAreNoTargets() {
    TestCluster cluster =
        new TestCluster()
            .gateway("a")
            .gateway("b")
            .node("n1", "a", 4, 0)
            .pod("pending", "f", "a", "n1", 0, "", FunctionPod.Phase.PENDING)
            .pod("nowhere", "f", "a", "n1", 0, "", FunctionPod.Phase.RUNNING)
            .pod("ending", "f", "a", "n1", 0, "ip", FunctionPod.Phase.ENDING)
            .pod("fine", "g", "a", "n1", 0);
    WeightRound round = cluster.weigh(OURS);

    assertThat(round.weights()).extracting(ZoneWeights::function).containsOnly("g");
    assertThat(TestCluster.of(round, "g", "b")).isEqualTo(Map.of("a.gw:8080", 1));
  }
}
