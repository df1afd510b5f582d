package io.github.edgewatt.scoring.score;

import java.util.List;

/**
 * One node's score and how it came about. Figures that play no part are NaN.
 *
 * @param node its name
 * @param score 0 (worst) to 100 (best)
 * @param neutral whether the score says nothing about the node, and why stands in {@code reasons}
 * @param cores the node's CPU in cores
 * @param coresBefore CPU in use before the pod, in cores
 * @param coresAfter CPU in use after it
 * @param ambientCelsius air temperature
 * @param wattsBefore power before the pod
 * @param wattsAfter power after it
 * @param fallback whether the watts are the straight line's
 * @param fpga the FPGA policy's own score, 0 to 100
 * @param reasons what stands out, one line each
 */
public record NodeScore(
    String node,
    double score,
    boolean neutral,
    double cores,
    double coresBefore,
    double coresAfter,
    double ambientCelsius,
    double wattsBefore,
    double wattsAfter,
    boolean fallback,
    double fpga,
    List<String> reasons) {
  public NodeScore {
    reasons = List.copyOf(reasons);
  }

  /** The increase in watts. */
  public double deltaWatts() {
    return wattsAfter - wattsBefore;
  }
}
