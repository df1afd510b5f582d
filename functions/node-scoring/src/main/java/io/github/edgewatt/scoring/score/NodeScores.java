package io.github.edgewatt.scoring.score;

import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.scoring.score.base.Scale;
import io.github.edgewatt.scoring.score.fpga.FpgaScore;
import io.github.edgewatt.scoring.score.power.PowerScore;
import java.util.List;
import java.util.stream.Stream;

/** Puts what the policies say of a node together. */
final class NodeScores {
  private static final double NONE = Double.NaN;
  private static final PowerScore NO_POWER =
      new PowerScore(NONE, NONE, NONE, NONE, NONE, NONE, false, "");
  private static final FpgaScore NO_FPGA = new FpgaScore(NONE, "");

  private NodeScores() {}

  /** A node that the view does not have. */
  static NodeScore unknown(String name) {
    return new NodeScore(
        name,
        Scale.NEUTRAL,
        true,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        false,
        NONE,
        List.of("the node is not known"));
  }

  /**
   * A known node.
   *
   * @param power null where the policy was not asked
   * @param fpga likewise
   * @param more a reason that holds for every node, or empty
   */
  static NodeScore of(
      Node node, PowerScore power, FpgaScore fpga, Combination combination, String more) {
    PowerScore watts = power == null ? NO_POWER : power;
    FpgaScore rank = fpga == null ? NO_FPGA : fpga;
    return new NodeScore(
        node.name(),
        combination.of(watts.score(), rank.score()),
        Double.isNaN(watts.score()) && Double.isNaN(rank.score()),
        node.cores() > 0 ? node.cores() : NONE,
        watts.coresBefore(),
        watts.coresAfter(),
        watts.ambientCelsius(),
        watts.wattsBefore(),
        watts.wattsAfter(),
        watts.fallback(),
        rank.score(),
        reasons(watts.why(), rank.why(), more));
  }

  private static List<String> reasons(String power, String fpga, String more) {
    if (power.isEmpty() && fpga.isEmpty() && more.isEmpty()) {
      return List.of();
    }
    return Stream.of(power, fpga, more).filter(one -> !one.isEmpty()).toList();
  }
}
