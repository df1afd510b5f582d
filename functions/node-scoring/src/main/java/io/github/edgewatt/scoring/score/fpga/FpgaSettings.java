package io.github.edgewatt.scoring.score.fpga;

import java.time.Duration;

/**
 * How the policy {@code fpga} decides. Weights below 0 and NaN count as 0; where all are 0 they are
 * 2, 2 and 1, as upstream's.
 *
 * @param usageWeight of recent computing time
 * @param reconfigurationWeight of recent reconfiguration time
 * @param bitstreamWeight of a loaded bitstream
 * @param magnitudes {@code false}: by rank, as upstream; {@code true}: by how large the times are
 * @param age how old a node's state may be, where it tells when it was written
 */
public record FpgaSettings(
    double usageWeight,
    double reconfigurationWeight,
    double bitstreamWeight,
    boolean magnitudes,
    Duration age) {
  /** Ranks, weights 2, 2 and 1; states up to 5 min old, as long as the windows they sum up. */
  public static final FpgaSettings DEFAULTS =
      new FpgaSettings(0, 0, 0, false, Duration.ofMinutes(5));

  public FpgaSettings {
    usageWeight = usageWeight > 0 ? usageWeight : 0;
    reconfigurationWeight = reconfigurationWeight > 0 ? reconfigurationWeight : 0;
    bitstreamWeight = bitstreamWeight > 0 ? bitstreamWeight : 0;
    if (usageWeight + reconfigurationWeight + bitstreamWeight == 0) {
      usageWeight = 2;
      reconfigurationWeight = 2;
      bitstreamWeight = 1;
    }
    if (!Double.isFinite(usageWeight + reconfigurationWeight + bitstreamWeight)) {
      throw new IllegalArgumentException("a weight of the FPGA policy is infinite");
    }
    if (age.isNegative()) {
      throw new IllegalArgumentException("the age limit of FPGA states is below 0");
    }
  }

  /**
   * {@code 100 (Wu u + Wr r + Wb b) / (Wu + Wr + Wb)}, in this order of operations, as its whole
   * part is what upstream answers (FPGAScheduling's score; a hundredth of it is the simulator's
   * {@code fpga} term).
   *
   * @param usage 1 for the least used, down to 0
   * @param reconfiguration likewise
   * @param bitstream 1 where it is loaded or none is wanted, else 0
   */
  double percent(double usage, double reconfiguration, double bitstream) {
    double sum =
        usageWeight * usage + reconfigurationWeight * reconfiguration + bitstreamWeight * bitstream;
    return 100 * sum / (usageWeight + reconfigurationWeight + bitstreamWeight);
  }
}
