package io.github.edgewatt.scaling.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselinePolicyTest {
  private final TestCluster cluster =
      new TestCluster()
          .zone("zone-a")
          .zone("zone-b")
          .worker("a1", "zone-a", 2, 10)
          .worker("b1", "zone-b", 4, 10);

  private Outcome decide(String policy, String... more) {
    Map<String, String> all = new HashMap<>();
    all.put("schedule_scale_opt_policy", policy);
    for (int i = 0; i < more.length; i += 2) {
      all.put("schedule_scale_opt_" + more[i], more[i + 1]);
    }
    return ScalingPolicies.of(new Environment(all))
        .decide(cluster.index(), EnergyPerRequest.UNKNOWN, ScalingMemory.NONE);
  }

  private static List<String> zones(Outcome outcome) {
    return outcome.creations().stream().map(Creation::zone).toList();
  }

  @Test
  void hpaCountsTheWholeClusterAndPutsReplicasWhereMostIsLeft() {
    cluster.pod("fn", "zone-a", "a1", 1.2).pod("fn", "zone-b", "b1", 1.2);
    Outcome outcome = decide("hpa");
    assertThat(zones(outcome)).containsExactly("zone-b");
    assertThat(outcome.creations().get(0).reason())
        .isEqualTo("120.0 % of a core measured, 80.0 wanted");
    assertThat(outcome.readings())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.event()).isEqualTo("decision");
              assertThat(one.fields())
                  .containsExactly(
                      Map.entry("fn", "fn"),
                      Map.entry("zone", ""),
                      Map.entry("policy", "hpa"),
                      Map.entry("running", 2),
                      Map.entry("pending", 0),
                      Map.entry("value", 120.0),
                      Map.entry("ratio", 1.5),
                      Map.entry("desired", 3));
            });
  }

  @Test
  void hpaRemovesTheLastAddedAndKeepsTheLeast() {
    for (int i = 0; i < 4; i++) {
      cluster.pod("fn", "zone-a", "a1", 0.1);
    }
    assertThat(decide("hpa").removals())
        .extracting(one -> one.pod().uid())
        .containsExactly("uid-4", "uid-3", "uid-2");
    assertThat(decide("hpa", "min_replicas_fn", "3").removals()).hasSize(1);
  }

  @Test
  void hcpaLooksAtEachZoneByItself() {
    cluster
        .pod("fn", "zone-a", "a1", 1.6)
        .pod("fn", "zone-b", "b1", 0.1)
        .pod("fn", "zone-b", "b1", 0.1);
    Outcome outcome = decide("hcpa");
    assertThat(zones(outcome)).containsExactly("zone-a");
    assertThat(outcome.removals()).extracting(one -> one.pod().uid()).containsExactly("uid-3");
    Outcome capped = decide("hcpa", "max_replicas_fn", "3");
    assertThat(capped.creations()).isEmpty();
    assertThat(capped.refusals()).containsExactly("fn: a ratio of 2.0, but it has 3 replicas");
  }

  @Test
  void hlpaGoesByThePercentileOfTimes() {
    cluster.pod("fn", "zone-a", "a1", 0.1).asked("fn", "zone-b", "zone-a", 10, 250);
    assertThat(decide("hlpa").creations()).hasSize(2);
    assertThat(decide("hlpa", "hlpa_duration_target_fn", "240").creations()).isEmpty();
    // The test's requests spend half of their time on the way.
    assertThat(decide("hlpa", "hlpa_time_measure_target", "latency").creations()).hasSize(1);
    cluster.traces().clear();
    assertThat(decide("hlpa").creations()).isEmpty();
    cluster.traffic("fn", "zone-a", "zone-a", 1, 250);
    assertThat(decide("hlpa").creations()).hasSize(2);
  }

  @Test
  void hlcpaHalvesAZoneWhereNobodyAsked() {
    cluster.pod("fn", "zone-a", "a1", 0.1).asked("fn", "zone-a", "zone-a", 10, 100);
    for (int i = 0; i < 4; i++) {
      cluster.pod("fn", "zone-b", "b1", 0.1);
    }
    Outcome outcome = decide("hlcpa");
    assertThat(outcome.creations()).isEmpty();
    assertThat(outcome.removals())
        .extracting(Removal::reason)
        .containsExactly("nobody asked: half of them", "nobody asked: half of them");
  }

  @Test
  void whereNobodyAsksForAnythingTimesDecideNothing() {
    for (int i = 0; i < 4; i++) {
      cluster.pod("fn", "zone-b", "b1", 0.1);
    }
    for (String policy : List.of("hlpa", "hlcpa")) {
      Outcome outcome = decide(policy);
      assertThat(outcome.removals()).isEmpty();
      assertThat(outcome.refusals())
          .containsExactly("no requests were seen in the look-back: nothing is decided");
    }
    assertThat(decide("hcpa").removals()).isNotEmpty();
    cluster.traffic("fn", "zone-b", "zone-b", 0, 0);
    assertThat(decide("hlcpa").removals()).hasSize(2);
  }

  @Test
  void pendingReplicasCountAndRoomIsKept() {
    cluster.pod("fn", "zone-a", "a1", 1.6).pod("fn", "zone-b", "", "", Phase.PENDING, Double.NaN);
    assertThat(decide("hpa").creations()).isEmpty();
    TestCluster small =
        new TestCluster().zone("zone-a").worker("a1", "zone-a", 2, 2).pod("fn", "zone-a", "a1", 4);
    Outcome outcome =
        ScalingPolicies.of(new Environment(Map.of("schedule_scale_opt_policy", "hpa")))
            .decide(small.index(), EnergyPerRequest.UNKNOWN, ScalingMemory.NONE);
    assertThat(outcome.creations()).hasSize(1);
    assertThat(outcome.refusals())
        .containsExactly("fn: a ratio of 5.0, but no room for another replica");
  }
}
