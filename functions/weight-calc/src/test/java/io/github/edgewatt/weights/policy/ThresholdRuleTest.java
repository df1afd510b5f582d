package io.github.edgewatt.weights.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThresholdRuleTest {
  private static PolicySettings settings(double threshold) {
    PolicySettings usual = PolicySettings.of("threshold");
    return new PolicySettings(
        "threshold",
        Scope.GLOBAL,
        false,
        usual.latency(),
        0.8,
        Map.of("f", threshold),
        Duration.ofSeconds(45),
        1,
        1,
        0.7);
  }

  private static TestCluster cluster(double first, double second) {
    return new TestCluster()
        .gateway("z")
        .node("n1", "z", 10, 0)
        .node("n2", "z", 10, 0)
        .pod("p1", "f", "z", "n1", first * 10)
        .pod("p2", "f", "z", "n2", second * 10)
        .latency("gw-z", "n1", 0)
        .latency("gw-z", "n2", 0);
  }

  @Test
  void headroomBelowTheThresholdIsShared() {
    // (0.5 - 0.1) and (0.5 - 0.3), of 0.6.
    assertThat(TestCluster.of(cluster(0.1, 0.3).weigh(settings(0.5)), "f", "z"))
        .isEqualTo(Map.of("p1.ip:8080", 667, "p2.ip:8080", 333));
  }

  @Test
  void aPodAboveItsThresholdGetsNothing() {
    assertThat(TestCluster.of(cluster(0.1, 0.3).weigh(settings(0.3)), "f", "z"))
        .isEqualTo(Map.of("p1.ip:8080", 1000, "p2.ip:8080", 0));
  }

  @Test
  void whereAllAreAboveHeadroomCountsToTheWholeNode() {
    assertThat(TestCluster.of(cluster(0.6, 0.8).weigh(settings(0.5)), "f", "z"))
        .isEqualTo(Map.of("p1.ip:8080", 667, "p2.ip:8080", 333));
  }

  @Test
  void whereAllAreBusyNearnessDecides() {
    assertThat(TestCluster.of(cluster(1, 1.5).weigh(settings(0.5)), "f", "z"))
        .isEqualTo(Map.of("p1.ip:8080", 99, "p2.ip:8080", 99));
  }

  @Test
  void aPodNobodyMeasuredCountsAsIdle() {
    assertThat(TestCluster.of(cluster(Double.NaN, 0.25).weigh(settings(0.5)), "f", "z"))
        .isEqualTo(Map.of("p1.ip:8080", 667, "p2.ip:8080", 333));
  }

  @Test
  void aZoneCountsByAllItsPodsAndFarOnesNotAtAll() {
    TestCluster cluster =
        cluster(0.3, 0.3)
            .gateway("near")
            .gateway("far")
            .node("n3", "near", 10, 0)
            .node("n4", "far", 10, 0)
            .pod("p3", "f", "near", "n3", 3)
            .pod("p4", "f", "near", "n3", 3)
            .pod("p5", "f", "far", "n4", 0)
            .latency("gw-near", "n3", 0)
            .latency("gw-far", "n4", 0)
            .latency("gw-z", "gw-near", 0)
            .latency("gw-z", "gw-far", 50);

    assertThat(TestCluster.of(cluster.weigh(settings(0.5)), "f", "z"))
        .isEqualTo(
            Map.of("p1.ip:8080", 251, "p2.ip:8080", 251, "near.gw:8080", 499, "far.gw:8080", 0));
  }
}
