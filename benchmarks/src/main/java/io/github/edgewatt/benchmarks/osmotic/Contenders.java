package io.github.edgewatt.benchmarks.osmotic;

import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.scaling.policy.ScalingPolicies;
import io.github.edgewatt.scaling.policy.ScalingPolicy;
import io.github.edgewatt.weights.policy.Policies;
import io.github.edgewatt.weights.policy.WeightPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who takes part, each set by the environment variables that its users would set. */
final class Contenders {
  /** What the others are compared with. */
  static final String UPSTREAM = "upstream";

  /** What Edgewatt is for. */
  static final String OURS = "watt + watt";

  private static final String WEIGHTS = "osmotic_lb_opt_";
  private static final String SCALING = "schedule_scale_opt_";
  private static final String COMPATIBLE = "compatible";

  private final Parameters parameters;
  private final int zones;
  private final Map<String, String> more;

  /**
   * @param more variables set on top for the policies {@code watt}, when they are tuned
   */
  Contenders(Parameters parameters, int zones, Map<String, String> more) {
    this.parameters = parameters;
    this.zones = zones;
    this.more = Map.copyOf(more);
  }

  /** All of them. */
  List<Contender> all() {
    return List.of(
        new Contender(UPSTREAM, weights("logistic", true), scaling("pressure", true)),
        new Contender("logistic + pressure", weights("logistic"), scaling("pressure")),
        new Contender("round-robin + hpa", weights("round-robin"), scaling("hpa")),
        new Contender("least-response + hlcpa", weights("least-response-time"), scaling("hlcpa")),
        new Contender(OURS, weights("watt"), scaling("watt")),
        new Contender("watt + pressure", weights("watt"), scaling("pressure")),
        new Contender("logistic + watt", weights("logistic"), scaling("watt")));
  }

  private WeightPolicy weights(String policy) {
    return weights(policy, false);
  }

  private WeightPolicy weights(String policy, boolean compatible) {
    Parameters.Policies told = parameters.policies();
    Parameters.Logistic logistic = told.logistic();
    Map<String, String> variables = new HashMap<>();
    put(variables, WEIGHTS + "policy", policy);
    put(variables, WEIGHTS + COMPATIBLE, compatible);
    put(variables, WEIGHTS + "a", logistic.a());
    put(variables, WEIGHTS + "b", logistic.b());
    put(variables, WEIGHTS + "c", logistic.c());
    put(variables, WEIGHTS + "midpoint", logistic.midpoint());
    put(variables, WEIGHTS + "offset", logistic.offset());
    put(variables, WEIGHTS + "response_window", told.responseTimeWindowSeconds());
    put(variables, WEIGHTS + "response_scaling", told.responseTimeScaling());
    if (policy.equals("watt")) {
      variables.putAll(more);
    }
    return Policies.of(new Environment(variables));
  }

  private ScalingPolicy scaling(String policy) {
    return scaling(policy, false);
  }

  private ScalingPolicy scaling(String policy, boolean compatible) {
    Parameters.Policies told = parameters.policies();
    Parameters.Logistic logistic = told.logistic();
    Map<String, String> variables = new HashMap<>();
    put(variables, SCALING + "policy", policy);
    put(variables, SCALING + COMPATIBLE, compatible);
    put(variables, SCALING + "a", logistic.a());
    put(variables, SCALING + "b", logistic.b());
    put(variables, SCALING + "c", logistic.c());
    put(variables, SCALING + "d", logistic.midpoint());
    put(variables, SCALING + "offset", logistic.offset());
    put(variables, SCALING + "pressures", String.join(",", told.pressures()));
    put(variables, SCALING + "max_threshold", told.maxThreshold());
    put(variables, SCALING + "min_threshold", told.minThreshold());
    put(variables, SCALING + "percentile_duration", told.percentile());
    put(variables, SCALING + "target_time_measure", "rtt");
    put(variables, SCALING + "max_replicas_busy", most());
    for (Parameters.Function function : parameters.functions()) {
      String name = function.name();
      put(variables, SCALING + "latency_requirement_" + name, told.latencyRequirementMillis());
      put(variables, SCALING + "hpa_cpu_target_" + name, 100 * told.hpaCpuTarget());
      put(variables, SCALING + "hlcpa_duration_target_" + name, told.durationTargetMillis());
      put(variables, SCALING + "hpa_threshold_tolerance_" + name, told.tolerance());
      put(variables, SCALING + "hlcpa_threshold_tolerance_" + name, told.tolerance());
    }
    if (compatible) {
      // Upstream never rests.
      put(variables, SCALING + "cooldown_up", 0);
      put(variables, SCALING + "cooldown_down", 0);
      put(variables, SCALING + "steady", 0);
    }
    if (policy.equals("watt")) {
      variables.putAll(more);
    }
    return ScalingPolicies.of(new Environment(variables));
  }

  private int most() {
    return Math.max(1, parameters.policies().replicasPerThreeZones() * zones / 3);
  }

  private static void put(Map<String, String> variables, String name, Object value) {
    variables.put(name, String.format(Locale.ROOT, "%s", value));
  }
}
