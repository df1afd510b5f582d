package io.github.edgewatt.scoring.score.fpga;

import java.util.Arrays;

/**
 * How nodes stand among each other in one figure of which less is better, as numbers from 1 (best)
 * down to 0.
 */
final class Standing {
  private final double[] ascending;
  private final boolean magnitudes;

  /**
   * @param values the figures of all nodes, at least 0
   * @param magnitudes whether sizes count, and not only the order
   */
  Standing(double[] values, boolean magnitudes) {
    this.ascending = values.clone();
    this.magnitudes = magnitudes;
    Arrays.sort(ascending);
  }

  /**
   * By rank {@code (n - pos) / n}, where {@code pos} is the index of the first equal value in
   * ascending order, so that equal nodes share the best rank (FPGAScheduling, PreScore); by
   * magnitude {@code 1 - x / max}, or 1 where all are 0.
   */
  double of(double value) {
    if (magnitudes) {
      double most = ascending[ascending.length - 1];
      return most > 0 ? 1 - value / most : 1;
    }
    int n = ascending.length;
    return (n - first(value)) / (double) n;
  }

  private int first(double value) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
