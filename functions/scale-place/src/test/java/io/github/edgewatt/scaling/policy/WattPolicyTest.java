package io.github.edgewatt.scaling.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WattPolicyTest {
  /** Two workers in zone-b, one in zone-c, 30 ms from it; responses take 50 ms, 20 on their way. */
  private final TestCluster cluster =
      new TestCluster()
          .zone("zone-a")
          .zone("zone-b")
          .zone("zone-c")
          .worker("a1", "zone-a", 2, 10)
          .worker("b1", "zone-b", 4, 10)
          .worker("b2", "zone-b", 2, 10)
          .worker("c1", "zone-c", 2, 10)
          .apart("zone-a", "zone-b", 20)
          .apart("zone-a", "zone-c", 35)
          .apart("zone-b", "zone-c", 30)
          .pod("fn", "zone-a", "a1", 0.8)
          .asked("fn", "zone-b", "zone-a", 10, 50);

  private final Map<String, Double> joules = new HashMap<>();

  private Outcome decide(String... more) {
    Map<String, String> all = new HashMap<>();
    all.put("schedule_scale_opt_policy", "watt");
    all.put("schedule_scale_opt_max_threshold", "0.3");
    all.put("schedule_scale_opt_min_threshold", "0.1");
    all.put("schedule_scale_opt_steady", "0");
    for (int i = 0; i < more.length; i += 2) {
      all.put("schedule_scale_opt_" + more[i], more[i + 1]);
    }
    SnapshotIndex index = cluster.index();
    EnergyPerRequest energy =
        new EnergyPerRequest() {
          @Override
          public double onNode(int function, int node) {
            String name = index.snapshot().nodes().get(node).name();
            return joules.getOrDefault(name, Double.NaN);
          }

          @Override
          public double ofPod(int pod) {
            return onNode(0, index.nodeOf(pod));
          }
        };
    return ScalingPolicies.of(new Environment(all)).decide(index, energy, ScalingMemory.NONE);
  }

  private void went(Outcome outcome, String zone, String node) {
    assertThat(outcome.creations()).hasSize(1);
    assertThat(outcome.creations().get(0).zone()).isEqualTo(zone);
    assertThat(outcome.creations().get(0).node()).isEqualTo(node);
  }

  @Test
  void withoutEnergyItIsAsPressure() {
    went(decide(), "zone-b", "");
  }

  @Test
  void withoutARequirementTheCheapestNodeAtHome() {
    joules.putAll(Map.of("b1", 3.0, "b2", 2.0, "c1", 1.0));
    went(decide(), "zone-b", "b2");
  }

  @Test
  void elsewhereWhereTheRequirementIsKept() {
    joules.putAll(Map.of("b1", 3.0, "b2", 2.0, "c1", 1.0));
    // 30 ms on the way there and 50 - 20 of its own.
    went(decide("latency_requirement_fn", "60"), "zone-c", "c1");
    went(decide("latency_requirement_fn", "59"), "zone-b", "b2");
  }

  @Test
  void aSmallGainMovesNothing() {
    joules.putAll(Map.of("b1", 3.0, "b2", 2.0, "c1", 1.9));
    went(decide("latency_requirement_fn", "60"), "zone-b", "b2");
    went(decide("latency_requirement_fn", "60", "watt_gain", "0.01"), "zone-c", "c1");
  }

  @Test
  void aFullCheapNodeIsPassedBy() {
    joules.putAll(Map.of("b1", 3.0, "b2", 2.0, "c1", 1.0));
    for (int i = 0; i < 10; i++) {
      cluster.pod("other", "zone-c", "c1", 0.1).pod("other", "zone-b", "b2", 0.1);
    }
    went(decide("latency_requirement_fn", "60"), "zone-b", "b1");
  }

  @Test
  void theReplicaWhoseRequestsCostMostGoesFirst() {
    TestCluster other = cluster;
    other.traces().clear();
    other
        .pod("fn", "zone-b", "b1", 0.01)
        .pod("fn", "zone-b", "b2", 0.02)
        .asked("fn", "zone-a", "zone-a", 5, 20);
    assertThat(decide().removals()).extracting(one -> one.pod().node()).contains("b1");
    joules.putAll(Map.of("b1", 2.0, "b2", 3.0));
    assertThat(decide().removals()).extracting(one -> one.pod().node()).contains("b2");
  }
}
