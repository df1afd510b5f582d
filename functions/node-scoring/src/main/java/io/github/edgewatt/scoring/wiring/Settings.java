package io.github.edgewatt.scoring.wiring;

import io.github.edgewatt.scoring.score.ScoringSettings;
import io.github.edgewatt.scoring.score.fpga.FpgaSettings;
import io.github.edgewatt.scoring.score.power.PowerSettings;

/** From configuration to the rules' own settings. */
final class Settings {
  private Settings() {}

  static ScoringSettings of(ScoringConfig config, Policy policy) {
    double[] weights = Policy.weights(config.weights());
    PowerSettings power = PowerSettings.of(policy.mode());
    return new ScoringSettings(
        policy.weights(),
        new PowerSettings(
            policy.mode(),
            config.metricsAge(),
            config.ipmiAge(),
            config.warmUp(),
            power.pendingShare()),
        new FpgaSettings(
            weights[0], weights[1], weights[2], config.fpgaMagnitudes(), config.fpgaAge()));
  }
}
