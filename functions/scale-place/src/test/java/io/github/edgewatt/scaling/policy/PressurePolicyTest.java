package io.github.edgewatt.scaling.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PressurePolicyTest {
  private static final Map<String, String> SAMPLE =
      Map.of(
          "schedule_scale_opt_max_threshold", "0.3",
          "schedule_scale_opt_min_threshold", "0.1",
          "schedule_scale_opt_steady", "0",
          "schedule_scale_opt_cooldown_down", "0");

  private final TestCluster cluster =
      new TestCluster()
          .zone("zone-a")
          .zone("zone-b")
          .worker("a1", "zone-a", 2, 10)
          .worker("b1", "zone-b", 2, 10)
          .apart("zone-a", "zone-b", 20);

  private Outcome decide(String... more) {
    return decide(ScalingMemory.NONE, more);
  }

  private Outcome decide(ScalingMemory memory, String... more) {
    Map<String, String> environment = new HashMap<>(SAMPLE);
    for (int i = 0; i < more.length; i += 2) {
      environment.put("schedule_scale_opt_" + more[i], more[i + 1]);
    }
    return ScalingPolicies.of(new Environment(environment))
        .decide(cluster.index(), EnergyPerRequest.UNKNOWN, memory);
  }

  @Test
  void aReplicaComesToTheZoneWhoseClientsPress() {
    cluster.pod("fn", "zone-a", "a1", 0.8).asked("fn", "zone-b", "zone-a", 10, 50);
    Outcome outcome = decide();
    assertThat(outcome.creations()).hasSize(1);
    Creation creation = outcome.creations().get(0);
    assertThat(creation.zone()).isEqualTo("zone-b");
    assertThat(creation.originZone()).isEqualTo("zone-a");
    // 1 x L(50)/250 x 0.8, L(50) = 249 / (1 + exp(-3)) + 1
    assertThat(creation.value()).isCloseTo(0.762211, org.assertj.core.data.Offset.offset(1e-6));
    assertThat(creation.reason())
        .isEqualTo("clients in zone-b press 0.7622 on zone-a, more than 0.3");
    assertThat(outcome.removals()).isEmpty();
  }

  @Test
  void anIdleReplicaGoesAndTheLastOneStays() {
    cluster
        .pod("fn", "zone-a", "a1", 0.2)
        .pod("fn", "zone-b", "b1", 0)
        .asked("fn", "zone-a", "zone-a", 10, 50);
    Outcome outcome = decide();
    assertThat(outcome.creations()).isEmpty();
    assertThat(outcome.removals()).hasSize(1);
    assertThat(outcome.removals().get(0).pod().zone()).isEqualTo("zone-b");
    cluster.apply(outcome);
    assertThat(decide(outcome.memory()).removals()).isEmpty();
    cluster.traces().clear();
    assertThat(decide(outcome.memory()).removals()).isEmpty();
  }

  @Test
  void aFullZoneOverflowsToTheNearestWithRoom() {
    cluster
        .zone("zone-c")
        .worker("c1", "zone-c", 2, 10)
        .apart("zone-b", "zone-c", 5)
        .apart("zone-a", "zone-c", 15)
        .pod("fn", "zone-a", "a1", 0.8)
        .asked("fn", "zone-b", "zone-a", 10, 50);
    for (int i = 0; i < 10; i++) {
      cluster.pod("other", "zone-b", "b1", 0.1);
    }
    Outcome outcome = decide();
    assertThat(outcome.creations()).extracting(Creation::zone).containsExactly("zone-c");
  }

  @Test
  void pendingPodsHoldFurtherOnesUpAndCount() {
    cluster
        .pod("fn", "zone-a", "a1", 0.8)
        .pod("fn", "zone-b", "", "", Phase.PENDING, Double.NaN)
        .asked("fn", "zone-b", "zone-a", 10, 50);
    Outcome outcome = decide();
    assertThat(outcome.creations()).isEmpty();
    assertThat(outcome.refusals())
        .containsExactly("fn: clients in zone-b press 0.7622, but replicas there change or rest");
    cluster.later(180);
    assertThat(decide().creations()).hasSize(1);
    assertThat(decide("max_replicas_fn", "2").refusals())
        .containsExactly("fn: clients in zone-b press 0.7622, but it has 2 replicas of at most 2");
  }
}
