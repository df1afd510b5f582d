package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.scaling.tuning.ScalingSettings;

/** The policies by their names. */
public final class ScalingPolicies {
  private ScalingPolicies() {}

  /**
   * The one that {@code schedule_scale_opt_policy} names, {@code pressure} if none.
   *
   * @throws IllegalArgumentException with one line about the variable that cannot be used
   */
  public static ScalingPolicy of(Environment environment) {
    return of(ScalingSettings.of(environment));
  }

  /** The one that settings name. */
  public static ScalingPolicy of(ScalingSettings settings) {
    return switch (settings.policy()) {
      case "pressure", "watt" -> new PressurePolicy(settings);
      default -> new BaselinePolicy(settings);
    };
  }
}
