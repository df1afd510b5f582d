package io.github.edgewatt.weights.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.weights.policy.WeightMemory.ResponseTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponseTimeRuleTest {
  private static final PolicySettings STEEP = PolicySettings.of("least-response-time");
  private static final PolicySettings SMOOTH = PolicySettings.of("smooth-least-response-time");

  private static TestCluster cluster() {
    return new TestCluster()
        .gateway("a")
        .gateway("b")
        .node("n1", "a", 4, 0)
        .node("n2", "b", 4, 0)
        .pod("p1", "f", "a", "n1", 0)
        .pod("p2", "f", "a", "n1", 0)
        .pod("p3", "f", "a", "n1", 0)
        .pod("p4", "f", "b", "n2", 0);
  }

  @Test
  void withoutTracesAllAreEqual() {
    assertThat(TestCluster.of(cluster().weigh(STEEP), "f", "a").values()).containsOnly(10);
    assertThat(TestCluster.of(cluster().weigh(SMOOTH), "f", "a").values()).containsOnly(100);
    assertThat(cluster().weigh(STEEP).memory().responseTimes()).isEmpty();
  }

  @Test
  void whoAnswersInTwiceTheTimeWeighsHalf() {
    TestCluster cluster =
        cluster()
            .trace(3, "f", "a", "a", "p1", 0.1)
            .trace(2, "f", "a", "a", "p2", 0.2)
            .trace(1, "f", "a", "b", "p4", 2.0);

    // p3 has the median of 0.1, 0.2 and 2 s.
    assertThat(TestCluster.of(cluster.weigh(STEEP), "f", "a"))
        .isEqualTo(Map.of("p1.ip:8080", 10, "p2.ip:8080", 5, "p3.ip:8080", 5, "b.gw:8080", 1));
    assertThat(TestCluster.of(cluster.weigh(SMOOTH), "f", "a"))
        .isEqualTo(Map.of("p1.ip:8080", 100, "p2.ip:8080", 50, "p3.ip:8080", 50, "b.gw:8080", 5));
    assertThat(TestCluster.of(cluster.weigh(STEEP), "f", "b").values()).containsOnly(10);
  }

  @Test
  void ofAPodTheNewestCountsAndOfAZoneAll() {
    TestCluster cluster =
        cluster()
            .trace(46, "f", "a", "a", "p1", 9)
            .trace(45, "f", "a", "b", "p4", 0.1)
            .trace(1, "f", "a", "a", "p1", 0.1)
            .trace(0, "f", "a", "b", "p4", 0.2);
    Map<String, ResponseTime> known = cluster.weigh(STEEP).memory().responseTimes();

    assertThat(known.get("f a p1.ip:8080").seconds()).isEqualTo(0.1);
    double alpha = 1 - Math.exp(-45.1 / 45);
    assertThat(known.get("f a b.gw:8080").seconds())
        .isCloseTo(alpha * 0.2 + (1 - alpha) * 0.1, within(1e-12));
  }

  @Test
  void aSlowRequestCountsThoughQuickOnesWereSentAfterIt() {
    // In the order of their answers: at -9.9, at -1 and at -0.8 s.
    TestCluster cluster =
        cluster()
            .trace(10, "f", "a", "b", "p4", 0.1)
            .trace(30, "f", "a", "b", "p4", 29)
            .trace(1, "f", "a", "b", "p4", 0.2)
            .trace(10, "f", "a", "a", "p1", 0.1)
            .trace(30, "f", "a", "a", "p1", 29);
    Map<String, ResponseTime> known = cluster.weigh(STEEP).memory().responseTimes();

    double slow = 1 - Math.exp(-8.9 / 45);
    double quick = 1 - Math.exp(-0.2 / 45);
    double then = slow * 29 + (1 - slow) * 0.1;
    assertThat(known.get("f a b.gw:8080").seconds())
        .isCloseTo(quick * 0.2 + (1 - quick) * then, within(1e-6));
    assertThat(known.get("f a p1.ip:8080"))
        .isEqualTo(new ResponseTime(29, TestCluster.NOW.minusSeconds(1)));
  }

  @Test
  void whatIsRememberedIsSmoothedAndFoldedOnce() {
    WeightMemory memory =
        new WeightMemory(
            Map.of(
                "f a p1.ip:8080", new ResponseTime(0.1, TestCluster.NOW.minusSeconds(90)),
                "f a p2.ip:8080", new ResponseTime(0.3, TestCluster.NOW)));
    TestCluster cluster =
        cluster().trace(0, "f", "", "a", "p1", 0.2).trace(10, "f", "a", "a", "p2", 9);
    Map<String, ResponseTime> known = cluster.weigh(STEEP, memory).memory().responseTimes();

    double alpha = 1 - Math.exp(-90.2 / 45);
    assertThat(known.get("f a p1.ip:8080").seconds())
        .isCloseTo(alpha * 0.2 + (1 - alpha) * 0.1, within(1e-12));
    assertThat(known.get("f a p2.ip:8080").seconds()).isEqualTo(0.3);
    assertThat(cluster.weigh(STEEP, cluster.weigh(STEEP, memory).memory()).memory().responseTimes())
        .isEqualTo(known);
  }

  @Test
  void whoIsGoneIsForgotten() {
    ResponseTime time = new ResponseTime(0.1, TestCluster.NOW);
    WeightMemory memory =
        new WeightMemory(
            Map.of(
                "f a p1.ip:8080", time,
                "f a p1.ip:80", time,
                "f a gone.ip:8080", time,
                "f b p1.ip:8080", time,
                "f a b.gw:8080", time,
                "f b b.gw:8080", time,
                "gone a p1.ip:8080", time,
                "nonsense", time,
                "f a nocolon", time));

    assertThat(cluster().weigh(STEEP, memory).memory().responseTimes())
        .containsOnlyKeys("f a p1.ip:8080", "f a b.gw:8080");
  }

  @Test
  void requestsFromElsewhereAndWithoutTimesSayNothing() {
    TestCluster cluster =
        cluster()
            .trace(3, "f", "a", "a", "p1", Double.NaN)
            .trace(3, "f", "a", "a", "p1", 0)
            .trace(3, "f", "nowhere", "a", "p1", 1)
            .trace(3, "f", "a", "", "", 1)
            .trace(3, "g", "a", "a", "p1", 1)
            .trace(3, "f", "a", "a", "gone", 1);

    assertThat(TestCluster.of(cluster.weigh(STEEP), "f", "a").values()).containsOnly(10);
  }
}
