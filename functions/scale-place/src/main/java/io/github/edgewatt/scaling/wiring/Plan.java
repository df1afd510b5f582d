package io.github.edgewatt.scaling.wiring;

import io.github.edgewatt.cluster.live.LiveOptions;
import io.github.edgewatt.cluster.redis.RedisSettings;
import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.cluster.sources.Sources;
import io.github.edgewatt.forecaster.curve.PowerCurves;
import io.github.edgewatt.scaling.daemon.RoundFiles;
import io.github.edgewatt.scaling.policy.ScalingPolicies;
import io.github.edgewatt.scaling.policy.ScalingPolicy;
import io.github.edgewatt.scaling.settings.ProgramSettings;
import io.github.edgewatt.scaling.tuning.ScalingSettings;
import java.time.Duration;
import java.util.Map;

/**
 * What the environment says, read and checked; nothing is connected to.
 *
 * @param environment the variables, with this program's defaults
 * @param kubernetes whether an API server is needed
 * @param lookback over which snapshots look back
 * @param curves what nodes draw, by the models given
 */
record Plan(
    Environment environment,
    boolean kubernetes,
    ProgramSettings settings,
    ScalingPolicy policy,
    Duration lookback,
    PowerCurves curves) {

  /**
   * Of {@link System#getenv()}.
   *
   * @throws IllegalArgumentException one line that names the variable
   */
  static Plan of(Map<String, String> variables) {
    Environment given = new Environment(variables);
    ProgramSettings settings = ProgramSettings.of(given);
    ScalingSettings scaling = ScalingSettings.of(given);
    Variables filled = Variables.of(variables, settings.dryRun());
    if (settings.daemon()) {
      filled.checkInCluster(settings.inCluster());
    }
    PowerCurves curves =
        settings.models().isEmpty() ? PowerCurves.NONE : PowerCurves.read(settings.models());
    return new Plan(
        filled.environment(),
        filled.kubernetes() && settings.daemon(),
        settings,
        ScalingPolicies.of(scaling),
        scaling.lookback(),
        curves);
  }

  /**
   * Refuses what would fail only later.
   *
   * @throws IllegalArgumentException one line
   */
  void check() {
    var live = LiveOptions.of(environment);
    notLonger("telemetry", live.telemetryWindow());
    notLonger("trace", live.traceWindow());
    var unused = RedisSettings.of(environment);
    if (!settings.daemon()) {
      return;
    }
    if (kubernetes) {
      Kubernetes.client(settings.lease()).close();
    }
    Sources.check(environment);
    // Makes the folder.
    settings
        .record()
        .ifPresent(folder -> new RoundFiles(folder, policy.name(), settings.mostRecords()));
  }

  private void notLonger(String what, Duration window) {
    if (lookback.compareTo(window) > 0) {
      throw new IllegalArgumentException(
          "schedule_scale_opt_lookback is longer than galileo_context_"
              + what
              + "_window_size: "
              + lookback.toSeconds()
              + " s and "
              + window.toSeconds()
              + " s");
    }
  }
}
