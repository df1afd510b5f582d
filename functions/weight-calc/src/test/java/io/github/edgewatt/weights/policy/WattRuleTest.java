package io.github.edgewatt.weights.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WattRuleTest {
  private static final PolicySettings WATT = PolicySettings.of("watt");

  /**
   * That of docs/steering.md: n2 takes twice the joules of n1; so many cores are used in all. A pod
   * may take a whole node.
   */
  private static TestCluster example(double first, double second) {
    return new TestCluster()
        .asking(4)
        .gateway("z")
        .node("n1", "z", 4, first / 4)
        .node("n2", "z", 4, second / 4)
        .pod("p1", "f", "z", "n1", first)
        .pod("p2", "f", "z", "n2", second)
        .joules("p1", 1)
        .joules("p2", 2)
        .latency("gw-z", "n1", 0)
        .latency("gw-z", "n2", 0);
  }

  private static Map<String, Integer> weights(TestCluster cluster) {
    return TestCluster.of(cluster.weigh(WATT), "f", "z");
  }

  @Test
  void littleWorkGoesToWhatTakesFewJoules() {
    assertThat(weights(example(0.5, 0.5))).isEqualTo(Map.of("p1.ip:8080", 1000, "p2.ip:8080", 1));
  }

  @Test
  void moreWorkIsSharedAsTheRoomShrinks() {
    // 1.25 x 2 cores into rooms of 2.8: price (2.8 + 5.6) / (5.6 - 2.5) = 2.71, 1.767 and 0.733.
    assertThat(weights(example(1, 1))).isEqualTo(Map.of("p1.ip:8080", 707, "p2.ip:8080", 293));
    // 1.25 x 4.8 do not fit: 0.97 x 5.6 at price 50, and half of the other 0.568 for each.
    assertThat(weights(example(2.4, 2.4))).isEqualTo(Map.of("p1.ip:8080", 505, "p2.ip:8080", 495));
  }

  @Test
  void theSplitDoesNotChaseItself() {
    assertThat(weights(example(2, 0))).isEqualTo(weights(example(1, 1)));
    assertThat(weights(example(0, 2))).isEqualTo(weights(example(1, 1)));
  }

  @Test
  void whatElseANodeDoesTakesItsRoom() {
    TestCluster cluster =
        new TestCluster()
            .gateway("z")
            .node("n1", "z", 4, 0.6)
            .node("n2", "z", 4, 0)
            .pod("p1", "f", "z", "n1", 0)
            .pod("p2", "f", "z", "n2", 1)
            .joules("p1", 1)
            .joules("p2", 2)
            .latency("gw-z", "n1", 0)
            .latency("gw-z", "n2", 0);
    Map<String, Integer> weights = weights(cluster);

    assertThat(weights.get("p2.ip:8080")).isGreaterThan(weights.get("p1.ip:8080"));
  }

  @Test
  void aPodIsNotSentMoreThanItCanTake() {
    TestCluster cluster =
        new TestCluster()
            .gateway("z")
            .node("n1", "z", 8, 0.125)
            .node("n2", "z", 4, 0)
            .pod("p1", "f", "z", "n1", 1)
            .pod("p2", "f", "z", "n2", 0)
            .joules("p1", 1)
            .joules("p2", 2)
            .latency("gw-z", "n1", 0)
            .latency("gw-z", "n2", 0);

    // 1.25 cores into rooms of 0.7 each, not into 5.6: price 2.1 / 0.15 = 14, 0.65 and 0.6.
    assertThat(weights(cluster)).isEqualTo(Map.of("p1.ip:8080", 520, "p2.ip:8080", 480));
  }

  @Test
  void whatOthersForwardIsPlannedForToo() {
    // All that z serves was asked in b; what z's own people ask would fit into the cheap one.
    TestCluster cluster = example(1, 1).gateway("b").latency("gw-z", "gw-b", 5);
    cluster.trace(1, "f", "b", "z", "p1", 0.1);

    assertThat(TestCluster.of(cluster.weigh(WATT), "f", "z"))
        .containsEntry("p1.ip:8080", 707)
        .containsEntry("p2.ip:8080", 293);
  }

  @Test
  void functionsAreNotAllSentToTheSameNode() {
    TestCluster cluster = example(1, 1);
    cluster.pod("q1", "g", "z", "n1", 1).pod("q2", "g", "z", "n2", 1);
    cluster.joules("q1", 1).joules("q2", 2);
    Map<String, Integer> one = weights(cluster);

    // Each has half of each node: 2.5 cores into rooms of 1.4, price 4.2 / 0.3 = 14, 1.3 and 1.2.
    assertThat(one).isEqualTo(Map.of("p1.ip:8080", 520, "p2.ip:8080", 480));
    assertThat(TestCluster.of(cluster.weigh(WATT), "g", "z").values())
        .containsExactlyElementsOf(one.values());
  }

  @Test
  void unknownJoulesAreTheDearestAndWithoutAnyRoomDecides() {
    TestCluster cluster = example(0.5, 0.5).node("n3", "z", 4, 0);
    cluster.pod("p3", "f", "z", "n3", 0).latency("gw-z", "n3", 0);
    assertThat(weights(cluster)).containsEntry("p1.ip:8080", 1000).containsEntry("p3.ip:8080", 1);

    TestCluster unknown =
        example(1, 1).joules("p1", Double.NaN).joules("p2", Double.POSITIVE_INFINITY);
    assertThat(weights(unknown)).isEqualTo(Map.of("p1.ip:8080", 500, "p2.ip:8080", 500));
  }

  @Test
  void aFarNodeMustTakeFewerJoulesByAsMuch() {
    TestCluster cluster = example(0.5, 0.5).latency("gw-z", "n1", 45);

    assertThat(weights(cluster)).isEqualTo(Map.of("p1.ip:8080", 1, "p2.ip:8080", 1000));
  }

  @Test
  void joulesNeverSendRequestsToAnotherZone() {
    TestCluster cluster = withNeighbour(1);

    assertThat(weights(cluster)).containsEntry("b.gw:8080", 0);
  }

  @Test
  void whatDoesNotFitGoesToWhoIsNear() {
    TestCluster cluster = withNeighbour(4);
    Map<String, Integer> weights = weights(cluster);

    assertThat(weights.get("b.gw:8080")).isBetween(100, 700);
    assertThat(weights).containsEntry("c.gw:8080", 0);
  }

  @Test
  void aZoneWithoutPodsAsksTheNearest() {
    TestCluster cluster = withNeighbour(1).gateway("d");
    cluster.latency("gw-d", "gw-b", 60).latency("gw-d", "gw-c", 10).latency("gw-d", "gw-z", 60);

    assertThat(TestCluster.of(cluster.weigh(WATT), "f", "d"))
        .isEqualTo(Map.of("b.gw:8080", 0, "c.gw:8080", 1000, "z.gw:8080", 0));
  }

  @Test
  void workServedElsewhereCountsWhereItComesFrom() {
    // All of b's work is z's: it is planned for z, and for z alone it is too much.
    TestCluster served = withNeighbour(2).pod("b2", "f", "b", "n3", 2);
    served.trace(1, "f", "z", "b", "b1", 0.1);
    assertThat(weights(served).get("b.gw:8080")).isPositive();

    TestCluster counted = withNeighbour(2).pod("b2", "f", "b", "n3", 2);
    counted.traffic("f", "z", "b", 10);
    assertThat(weights(counted)).isEqualTo(weights(served));
  }

  @Test
  void withoutAnyDataAllGetSomething() {
    TestCluster cluster =
        new TestCluster()
            .gateway("z")
            .node("n1", "z", Double.NaN, Double.NaN)
            .pod("p1", "f", "z", "n1", Double.NaN)
            .pod("p2", "f", "z", "n1", Double.NaN);

    assertThat(weights(cluster)).isEqualTo(Map.of("p1.ip:8080", 500, "p2.ip:8080", 500));
  }

  /** Zone z with one node of four cores, b near it and c far from it, both idle. */
  private static TestCluster withNeighbour(double used) {
    return new TestCluster()
        .asking(4)
        .gateway("z")
        .gateway("b")
        .gateway("c")
        .node("n1", "z", 4, used / 4)
        .node("n3", "b", 4, 0)
        .node("n4", "c", 4, 0)
        .pod("p1", "f", "z", "n1", used)
        .pod("b1", "f", "b", "n3", 0)
        .pod("c1", "f", "c", "n4", 0)
        .joules("p1", 9)
        .joules("b1", 1)
        .joules("c1", 1)
        .latency("gw-z", "n1", 0)
        .latency("gw-b", "n3", 0)
        .latency("gw-c", "n4", 0)
        .latency("gw-z", "gw-b", 5)
        .latency("gw-z", "gw-c", 60);
  }
}
