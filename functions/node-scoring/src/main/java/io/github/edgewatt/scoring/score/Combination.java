package io.github.edgewatt.scoring.score;

import io.github.edgewatt.scoring.score.base.Scale;
import io.github.edgewatt.scoring.score.fpga.FpgaScore;
import io.github.edgewatt.scoring.score.power.PowerScore;
import java.util.List;

/**
 * The mean of the policies' scores by their weights:
 *
 * <pre>{@code
 * score = sum(weight x score) / sum(weight)    over the policies that judge any of the nodes
 * }</pre>
 *
 * A policy that judges none does not count. One that judges some counts 50 for the others: were it
 * left out for these alone, they would be compared by another measure than the rest.
 */
final class Combination {
  private final double powerWeight;
  private final double fpgaWeight;

  Combination(PolicyWeights weights, List<PowerScore> power, List<FpgaScore> fpga) {
    boolean powerJudges = power.stream().anyMatch(one -> !Double.isNaN(one.score()));
    boolean fpgaJudges = fpga.stream().anyMatch(one -> !Double.isNaN(one.score()));
    this.powerWeight = powerJudges ? weights.power() : 0;
    this.fpgaWeight = fpgaJudges ? weights.fpga() : 0;
  }

  /** A node's score; NaN is neutral. */
  double of(double power, double fpga) {
    double all = powerWeight + fpgaWeight;
    return all == 0 ? Scale.NEUTRAL : (part(powerWeight, power) + part(fpgaWeight, fpga)) / all;
  }

  private static double part(double weight, double score) {
    return weight * (Double.isNaN(score) ? Scale.NEUTRAL : score);
  }
}
