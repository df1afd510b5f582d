package io.github.edgewatt.scaling.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missing or broken is told of, and stops nothing else. */
class PressureFaultsTest {
  private final TestCluster cluster =
      new TestCluster()
          .zone("zone-a")
          .zone("zone-b")
          .worker("a1", "zone-a", 2, 10)
          .worker("b1", "zone-b", 2, 10)
          .apart("zone-a", "zone-b", 20);

  private Outcome decide(String... more) {
    Map<String, String> all = new HashMap<>();
    all.put("schedule_scale_opt_max_threshold", "0.3");
    all.put("schedule_scale_opt_min_threshold", "0.1");
    all.put("schedule_scale_opt_steady", "0");
    all.put("schedule_scale_opt_cooldown_down", "0");
    for (int i = 0; i < more.length; i += 2) {
      all.put("schedule_scale_opt_" + more[i], more[i + 1]);
    }
    Outcome outcome =
        ScalingPolicies.of(new Environment(all))
            .decide(cluster.index(), EnergyPerRequest.UNKNOWN, ScalingMemory.NONE);
    outcome.readings().forEach(one -> assertThat(one.fields()).isNotEmpty());
    return outcome;
  }

  private static void nothing(Outcome outcome, String... refusals) {
    assertThat(outcome.creations()).isEmpty();
    assertThat(outcome.removals()).isEmpty();
    assertThat(outcome.refusals()).containsExactly(refusals);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pressure", "watt", "hpa", "hcpa", "hlpa", "hlcpa"})
  void anEmptyClusterIsNoMistake(String policy) {
    TestCluster empty = new TestCluster();
    Outcome outcome =
        ScalingPolicies.of(new Environment(Map.of("schedule_scale_opt_policy", policy)))
            .decide(empty.index(), EnergyPerRequest.UNKNOWN, ScalingMemory.NONE);
    assertThat(outcome.creations()).isEmpty();
    assertThat(outcome.removals()).isEmpty();
  }

  @Test
  void withoutRequestsNothingIsDecided() {
    cluster.pod("fn", "zone-a", "a1", 0.5).pod("fn", "zone-b", "b1", 0.5);
    nothing(decide(), "no requests were seen in the look-back: nothing is decided");
  }

  @Test
  void countersStandInWhereThereAreNoTraces() {
    cluster
        .pod("fn", "zone-a", "a1", 0.8)
        .traffic("fn", "zone-b", "zone-a", 2, 50)
        .traffic("fn", "", "zone-a", 1, 10);
    Outcome outcome = decide();
    assertThat(outcome.creations()).extracting(Creation::zone).containsExactly("zone-b");
    // Counters that stand still are figures too: nobody asks, and one of two replicas goes.
    TestCluster idle =
        new TestCluster()
            .zone("zone-a")
            .worker("a1", "zone-a", 2, 10)
            .pod("fn", "zone-a", "a1", 0.1)
            .pod("fn", "zone-a", "a1", 0.05)
            .traffic("fn", "zone-a", "zone-a", 0, Double.NaN);
    Outcome calm =
        ScalingPolicies.of(new Environment(Map.of("schedule_scale_opt_steady", "0")))
            .decide(idle.index(), EnergyPerRequest.UNKNOWN, ScalingMemory.NONE);
    assertThat(calm.removals()).extracting(one -> one.pod().cpuCores()).containsExactly(0.05);
  }

  @Test
  void tracesGoBeforeCounters() {
    cluster
        .pod("fn", "zone-a", "a1", 0.8)
        .asked("fn", "zone-a", "zone-a", 5, 1)
        .traffic("fn", "zone-b", "zone-a", 100, 500);
    assertThat(decide().creations()).isEmpty();
  }

  @Test
  void aZoneWithoutGatewayIsLeftAsItIsAndGetsNothing() {
    cluster
        .worker("c1", "zone-c", 4, 10)
        .pod("fn", "zone-c", "c1", 0)
        .pod("fn", "zone-a", "a1", 0.8)
        .asked("fn", "zone-c", "zone-a", 10, 50)
        .asked("fn", "zone-c", "zone-c", 10, 50);
    Outcome outcome = decide();
    assertThat(outcome.refusals())
        .containsExactly("zone-c has no gateway: its replicas are left as they are");
    assertThat(outcome.removals()).isEmpty();
    assertThat(outcome.creations()).hasSize(1);
    assertThat(outcome.creations().get(0).zone()).isNotEqualTo("zone-c");
    assertThat(outcome.creations().get(0).reason()).contains("nearest with room");
  }

  @Test
  void aRequirementThatIsNotSetRefusesOnlyItsFunction() {
    cluster
        .pod("good", "zone-a", "a1", 0.8)
        .pod("bad", "zone-a", "a1", 0.8)
        .pod("bad", "zone-b", "b1", 0)
        .asked("good", "zone-b", "zone-a", 10, 50)
        .asked("bad", "zone-b", "zone-a", 10, 50);
    Outcome outcome =
        decide("pressures", "latency_req_unbound,cpu_usage", "latency_requirement_good", "10");
    assertThat(outcome.creations()).extracting(Creation::function).containsExactly("good");
    assertThat(outcome.removals()).isEmpty();
    assertThat(outcome.refusals())
        .containsExactly(
            "bad: schedule_scale_opt_latency_requirement_bad is not set, which its pressure needs:"
                + " left as it is");
  }

  @Test
  void aHoleInTheGraphCountsAsTheFarthest() {
    cluster
        .zone("zone-c")
        .worker("c1", "zone-c", 2, 10)
        .pod("fn", "zone-a", "a1", 0.8)
        .asked("fn", "zone-c", "zone-a", 10, 50);
    Outcome outcome = decide("pressures", "network_distance,cpu_usage");
    assertThat(outcome.creations()).extracting(Creation::value).containsExactly(0.8);
  }

  @Test
  void withoutAnyLatencyDistancesDecideNothing() {
    TestCluster blind =
        new TestCluster()
            .zone("zone-a")
            .worker("a1", "zone-a", 2, 10)
            .pod("fn", "zone-a", "a1", 0.8)
            .pod("fn", "zone-a", "a1", 0.8)
            .asked("fn", "zone-a", "zone-a", 10, 50);
    nothing(
        ScalingPolicies.of(
                new Environment(
                    Map.of(
                        "schedule_scale_opt_pressures", "network_distance",
                        "schedule_scale_opt_steady", "0")))
            .decide(blind.index(), EnergyPerRequest.UNKNOWN, ScalingMemory.NONE),
        "no latencies between nodes are known, which pressure needs: left as it is");
  }

  @Test
  void useThatIsNotKnownIsNotNoUse() {
    cluster
        .pod("fn", "zone-a", "a1", Double.NaN)
        .pod("fn", "zone-a", "a1", Double.NaN)
        .asked("fn", "zone-a", "zone-a", 10, 50);
    nothing(decide());
  }

  @Test
  void aPodWithoutAddressIsPending() {
    cluster
        .pod("fn", "zone-a", "a1", 0.01)
        .pod("fn", "zone-a", "a1", "", Phase.RUNNING, 0.9)
        .asked("fn", "zone-a", "zone-a", 10, 50);
    nothing(decide());
  }

  @Test
  void podsOfANodeThatIsGoneDoNotCount() {
    cluster
        .pod("fn", "zone-a", "gone", 0.01)
        .pod("fn", "zone-a", "a1", 0.01)
        .asked("fn", "zone-a", "zone-a", 10, 50);
    nothing(decide());
    TestCluster lost = new TestCluster().zone("zone-a").worker("a1", "zone-a", 2, 10);
    lost.pod("fn", "zone-a", "gone", 0.9).asked("fn", "zone-a", "zone-a", 10, 50);
    cluster.pods().clear();
    assertThat(
            ScalingPolicies.of(new Environment(Map.of()))
                .decide(lost.index(), EnergyPerRequest.UNKNOWN, ScalingMemory.NONE)
                .creations())
        .isEmpty();
  }

  @Test
  void whereNoNodeHasRoomItIsTold() {
    cluster.pod("fn", "zone-a", "a1", 0.8).asked("fn", "zone-b", "zone-a", 10, 50);
    for (int i = 0; i < 10; i++) {
      cluster.pod("other", "zone-a", "a1", 0.1).pod("other", "zone-b", "b1", 0.1);
    }
    Outcome outcome = decide();
    assertThat(outcome.creations()).isEmpty();
    assertThat(outcome.refusals())
        .containsExactly(
            "fn: clients in zone-b press 0.7622, but no zone has room for another replica");
  }

  @Test
  void aClockThatWasSetBackLengthensNoRest() {
    cluster
        .pod("fn", "zone-a", "a1", 0.2)
        .pod("fn", "zone-b", "b1", 0)
        .asked("fn", "zone-a", "zone-a", 10, 50);
    ScalingMemory future =
        new ScalingMemory(
            Map.of("fn zone-b", TestCluster.START.plusSeconds(9999)),
            Map.of("fn zone-b", TestCluster.START.plusSeconds(9999)));
    ScalingPolicy policy =
        ScalingPolicies.of(
            new Environment(
                Map.of(
                    "schedule_scale_opt_min_threshold", "0.1",
                    "schedule_scale_opt_max_threshold", "0.3")));
    ScalingMemory memory =
        policy.decide(cluster.index(), EnergyPerRequest.UNKNOWN, future).memory();
    assertThat(memory.low()).containsEntry("fn zone-b", TestCluster.START);
    cluster.later(60);
    assertThat(policy.decide(cluster.index(), EnergyPerRequest.UNKNOWN, memory).removals())
        .hasSize(1);
  }

  @Test
  void linesAreBounded() {
    for (int i = 0; i < 150; i++) {
      cluster.pod("fn" + i, "zone-a", "a1", 0.8);
    }
    cluster.asked("fn1", "zone-a", "zone-a", 1, 1);
    assertThat(decide("pressures", "latency_req_log").refusals())
        .hasSize(101)
        .endsWith("and 50 more of this round");
  }
}
