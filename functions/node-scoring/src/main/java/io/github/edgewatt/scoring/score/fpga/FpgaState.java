package io.github.edgewatt.scoring.score.fpga;

import java.util.Set;

/**
 * What a node's FPGAs did lately.
 *
 * @param usageMillis computing time of the last 5 min
 * @param reconfigurationMillis reconfiguration time of the last 5 min
 * @param bitstreams those used in the last minute
 */
record FpgaState(double usageMillis, double reconfigurationMillis, Set<String> bitstreams) {
  FpgaState {
    bitstreams = Set.copyOf(bitstreams);
  }
}
