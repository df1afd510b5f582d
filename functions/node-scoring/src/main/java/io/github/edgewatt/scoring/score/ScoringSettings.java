package io.github.edgewatt.scoring.score;

import io.github.edgewatt.scoring.score.fpga.FpgaSettings;
import io.github.edgewatt.scoring.score.power.PowerSettings;

/**
 * How a {@link NodeScorer} decides.
 *
 * @param weights how much each policy counts
 * @param power of the policy {@code power}
 * @param fpga of the policy {@code fpga}
 */
public record ScoringSettings(PolicyWeights weights, PowerSettings power, FpgaSettings fpga) {
  public static final ScoringSettings DEFAULTS =
      new ScoringSettings(PolicyWeights.EQUAL, PowerSettings.DEFAULTS, FpgaSettings.DEFAULTS);
}
