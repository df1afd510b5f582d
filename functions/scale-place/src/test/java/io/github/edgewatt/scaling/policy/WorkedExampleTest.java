package io.github.edgewatt.scaling.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.scaling.placement.Replicas;
import io.github.edgewatt.scaling.pressure.Pressures;
import io.github.edgewatt.scaling.tuning.Component;
import io.github.edgewatt.scaling.tuning.ScalingSettings;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example of docs/steering.md, with the same numbers. */
class WorkedExampleTest {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "schedule_scale_opt_min_threshold", "0.1",
          "schedule_scale_opt_max_threshold", "0.3",
          "schedule_scale_opt_latency_requirement_resize", "40");
  private final TestCluster cluster =
      new TestCluster()
          .zone("zone-a")
          .zone("zone-b")
          .worker("a1", "zone-a", 2, 10)
          .worker("b1", "zone-b", 2, 10)
          .apart("zone-a", "zone-b", 20)
          .edge("gw-zone-a", "a1", 2)
          .pod("resize", "zone-a", "a1", 0.8)
          .pod("resize", "zone-a", "a1", 0.4)
          .asked("resize", "zone-a", "zone-a", 10, 30)
          .asked("resize", "zone-b", "zone-a", 30, 60);

  private ScalingSettings settings(String... more) {
    Map<String, String> all = new HashMap<>(SETTINGS);
    for (int i = 0; i < more.length; i += 2) {
      all.put("schedule_scale_opt_" + more[i], more[i + 1]);
    }
    return ScalingSettings.of(new Environment(all));
  }

  private Pressures pressures(String... more) {
    return Pressures.of(
        cluster.index(), settings(more).formula(), Replicas.of(cluster.index()).cpuCores());
  }

  @ParameterizedTest
  @CsvSource({
    "REQUEST,             0.333333, 1",
    "NETWORK_DISTANCE,    0.05,     1",
    "LATENCY_REQ_UNBOUND, 0.025,    0.5",
    "LATENCY_REQ_LOG,     0.004408, 0.021914",
    "RTT_LOG,             0.271866, 0.993334",
    "CPU_USAGE,           0.6,      0.6"
  })
  void theSixComponents(Component component, double ofZoneA, double ofZoneB) {
    Pressures pressures = pressures();
    assertThat(pressures.component(component, 0, 0, 0)).isCloseTo(ofZoneA, within(1e-6));
    assertThat(pressures.component(component, 0, 0, 1)).isCloseTo(ofZoneB, within(1e-6));
  }

  @Test
  void theirProductAndItsMean() {
    Pressures pressures = pressures();
    assertThat(pressures.value(0)).isCloseTo(0.054373, within(1e-6));
    assertThat(pressures.value(1)).isCloseTo(0.596000, within(1e-6));
    assertThat(pressures.mean(0, 0)).isCloseTo(0.325187, within(1e-6));
  }

  @Test
  void weightsAreExponentsOrUpstreamsFactors() {
    assertThat(pressures("weight_cpu_usage", "2").value(1))
        .isCloseTo(0.993334 * 0.36, within(1e-6));
    assertThat(pressures("weight_cpu_usage", "0").value(1)).isCloseTo(0.993334, within(1e-6));
    assertThat(pressures("weight_cpu_usage", "2", "compatible", "true").value(1))
        .isCloseTo(2 * 0.596, within(1e-5));
  }

  @Test
  void theDecision() {
    Outcome outcome =
        ScalingPolicies.of(settings())
            .decide(cluster.index(), EnergyPerRequest.UNKNOWN, ScalingMemory.NONE);
    assertThat(outcome.removals()).isEmpty();
    assertThat(outcome.creations())
        .extracting(Creation::function, Creation::originZone, Creation::zone, Creation::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "resize",
                "zone-a",
                "zone-b",
                "clients in zone-b press 0.596 on zone-a, more than 0.3"));
  }

  @Test
  void itsReadings() {
    Outcome outcome =
        ScalingPolicies.of(settings("compatible", "true"))
            .decide(cluster.index(), EnergyPerRequest.UNKNOWN, ScalingMemory.NONE);
    Map<String, Map<String, Object>> last = new HashMap<>();
    outcome.readings().forEach(one -> last.put(one.event(), one.fields()));
    assertThat(last.keySet())
        .containsExactlyInAnyOrder(
            "api_pressure",
            "pressure_dist",
            "cpu_usage_pressure",
            "pressure_fn",
            "pressure_client",
            "pressure_req",
            "pressure_latency_requirement",
            "pressure_latency_req",
            "pressure_latency_req_log",
            "pressure_rtt_log");
    fields(last, "api_pressure", "node", "zone", "value", "mean", "median", "std", "min", "max");
    assertThat(last.get("api_pressure")).containsEntry("node", "gw-zone-a");
    assertThat((double) last.get("api_pressure").get("std")).isCloseTo(0.382988, within(1e-6));
    fields(
        last, "pressure_req", "value", "weight", "utilization", "client", "fn", "gateway", "zone");
    assertThat(last.get("pressure_req"))
        .containsEntry("weight", 30.0)
        .containsEntry("utilization", 20.0)
        .containsEntry("client", "gateway-zone-b");
    fields(
        last,
        "pressure_latency_requirement",
        "value",
        "distance",
        "client",
        "required_latency",
        "gateway",
        "max_value",
        "scaled_value",
        "zone",
        "fn");
    fields(
        last,
        "pressure_dist",
        "value",
        "distance",
        "client",
        "avg_distance",
        "gateway",
        "max_value",
        "scaled_value",
        "zone",
        "client_zone");
    assertThat(last.get("pressure_dist"))
        .containsEntry("distance", 20.0)
        .containsEntry("avg_distance", 10.5)
        .containsEntry("max_value", 20.0);
    fields(
        last, "cpu_usage_pressure", "fn", "running_pods", "cpu_mean", "zone", "value", "gateway");
    assertThat(last.get("cpu_usage_pressure")).containsEntry("running_pods", 2);
    fields(last, "pressure_fn", "fn", "fn_zone", "client_zone", "mean", "std", "min", "max");
    fields(last, "pressure_client", "client", "client_zone", "fn", "fn_zone", "value");
    fields(
        last,
        "pressure_rtt_log",
        "type",
        "value",
        "fn",
        "distance",
        "client",
        "required_latency",
        "gateway",
        "max_value",
        "scaled_value",
        "zone");
  }

  private static void fields(Map<String, Map<String, Object>> last, String event, String... names) {
    assertThat(last.get(event).keySet()).as(event).containsExactlyElementsOf(List.of(names));
  }
}
