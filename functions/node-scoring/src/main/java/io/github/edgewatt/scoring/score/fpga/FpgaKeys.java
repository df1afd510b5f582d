package io.github.edgewatt.scoring.score.fpga;

/** Labels and annotations, as upstream and its README name them. */
final class FpgaKeys {
  /** Node annotation: what the collector sums up. */
  static final String STATE = "fpga-scheduling.io/fpga-state";

  /** Node annotation: when that was written, RFC 3339. */
  static final String UPDATED_AT = "fpga-scheduling.io/updated-at";

  /** Pod label: the pod is to be judged, as the README has it. */
  static final String ENABLED = "fpga-scheduling.io/enabled";

  /** Pod label: likewise, as the plugin has it. */
  static final String FPGA_ENABLED = "fpga-scheduling.io/fpga-enabled";

  /** Pod label: the bitstream it will load. */
  static final String BITSTREAM = "fpga-scheduling.io/bitstream-identifier";

  /** Label of pods and nodes. */
  static final String VENDOR = "fpga-scheduling.io/fpga-vendor";

  private FpgaKeys() {}
}
