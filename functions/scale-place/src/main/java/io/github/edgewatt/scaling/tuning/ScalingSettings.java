package io.github.edgewatt.scaling.tuning;

import io.github.edgewatt.cluster.settings.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Everything a scaling policy can be told.
 *
 * @param policy one of {@link #POLICIES}
 * @param formula how pressure is computed
 * @param minThreshold below this mean pressure a replica goes; 0 or more
 * @param maxThreshold above this pressure one comes; {@code minThreshold} or more
 * @param caps how many replicas
 * @param pace how long decisions rest
 * @param lookback over which a snapshot for this policy looks back
 * @param wattGain by what share fewer joules a request must cost elsewhere for the policy {@code
 *     watt} to leave the zone that calls; 0 to 1
 * @param targets of the baselines
 */
public record ScalingSettings(
    String policy,
    Formula formula,
    double minThreshold,
    double maxThreshold,
    Caps caps,
    Pace pace,
    Duration lookback,
    double wattGain,
    BaselineTargets targets) {
  /** The names of the policies. */
  public static final List<String> POLICIES =
      List.of("pressure", "watt", "hpa", "hcpa", "hlpa", "hlcpa");

  public ScalingSettings {
    if (!POLICIES.contains(policy)) {
      throw new IllegalArgumentException(
          "schedule_scale_opt_policy is '"
              + policy
              + "': it must be one of "
              + String.join(", ", POLICIES));
    }
    if (!(minThreshold >= 0) || !(maxThreshold >= minThreshold)) {
      throw new IllegalArgumentException(
          "schedule_scale_opt_min_threshold is "
              + minThreshold
              + ": it must be from 0 to schedule_scale_opt_max_threshold, "
              + maxThreshold);
    }
    if (lookback.isNegative() || lookback.isZero()) {
      throw new IllegalArgumentException(
          "schedule_scale_opt_lookback must be a time in seconds, more than 0");
    }
    if (!(wattGain >= 0 && wattGain < 1)) {
      throw new IllegalArgumentException(
          "schedule_scale_opt_watt_gain is " + wattGain + ": it must be from 0 to below 1");
    }
  }

  /** What an empty environment gives. */
  public static ScalingSettings defaults() {
    return of(new Environment(Map.of()));
  }

  /**
   * From the environment, by the published names.
   *
   * @throws IllegalArgumentException with one line about the variable that cannot be used
   */
  public static ScalingSettings of(Environment environment) {
    return SettingsReader.read(environment);
  }
}
