package io.github.edgewatt.weights.wiring;

import io.github.edgewatt.cluster.live.LiveOptions;
import io.github.edgewatt.cluster.redis.RedisSettings;
import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.cluster.sources.Sources;
import io.github.edgewatt.forecaster.curve.PowerCurves;
import io.github.edgewatt.steering.energy.EstimatedEnergy;
import io.github.edgewatt.weights.daemon.Recorder;
import io.github.edgewatt.weights.decision.Decider;
import io.github.edgewatt.weights.policy.Policies;
import io.github.edgewatt.weights.settings.WeightSettings;
import java.time.Duration;

/**
 * All settings, read and checked.
 *
 * @param environment where they came from
 * @param settings of weights
 * @param live how much the view keeps
 * @param redis where events go
 * @param decider decides by the policy they name
 */
public record Plan(
    Environment environment,
    WeightSettings settings,
    LiveOptions live,
    RedisSettings redis,
    Decider decider) {

  /**
   * Reads all settings, and the files they name.
   *
   * @throws IllegalArgumentException one line that names what cannot be used
   */
  public static Plan of(Environment environment) {
    WeightSettings settings = WeightSettings.of(environment);
    PowerCurves curves =
        settings.models().isEmpty() ? PowerCurves.NONE : PowerCurves.read(settings.models());
    return new Plan(
        environment,
        settings,
        LiveOptions.of(environment),
        RedisSettings.of(environment),
        new Decider(
            Policies.of(environment),
            index -> EstimatedEnergy.of(index, curves),
            settings.zones()));
  }

  /**
   * Reads all settings likewise, and those of the sources, and makes the record's folder: what
   * cannot be used is refused before a server starts.
   *
   * @throws IllegalArgumentException one line that names what cannot be used
   */
  public static void check(Environment environment) {
    Plan plan = of(environment);
    notLonger(plan.settings.lookback(), "telemetry", plan.live.telemetryWindow());
    notLonger(plan.settings.lookback(), "trace", plan.live.traceWindow());
    if (plan.settings.daemon()) {
      Sources.check(environment);
      plan.settings.record().ifPresent(Recorder::new);
    }
  }

  private static void notLonger(Duration lookback, String what, Duration window) {
    if (lookback.compareTo(window) > 0) {
      throw new IllegalArgumentException(
          "osmotic_lb_opt_lookback is longer than galileo_context_"
              + what
              + "_window_size: "
              + lookback.toSeconds()
              + " s and "
              + window.toSeconds()
              + " s");
    }
  }
}
