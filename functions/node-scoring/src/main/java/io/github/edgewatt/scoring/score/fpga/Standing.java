package io.github.edgewatt.scoring.score.fpga;

import java.util.Arrays;

/**
 * How nodes stand among each other in one figure of which less is better, as numbers from 1 (best)
 * down to 0.
 *
 * <p>The figures are sorted by buckets of equal width, as many as there are nodes: for thousands of
 * nodes a plain sort and a search for each would cost more than all else of the policy.
 */
final class Standing {
  private final boolean magnitudes;
  private final double least;
  private final double most;
  private final double scale;

  /** Where each bucket begins in {@link #ascending}, and the end of the last. */
  private final int[] starts;

  private final double[] ascending;

  /**
   * @param values the figures of all nodes, at least 0
   * @param magnitudes whether sizes count, and not only the order
   */
  Standing(double[] values, boolean magnitudes) {
    this.magnitudes = magnitudes;
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    this.least = low;
    this.most = high;
    this.scale = (values.length - 1) / (high - low);
    this.starts = new int[values.length + 1];
    this.ascending = new double[values.length];
    if (!magnitudes) {
      sort(values);
    }
  }

  /**
   * By rank {@code (n - pos) / n}, where {@code pos} is the index of the first equal value in
   * ascending order, so that equal nodes share the best rank (FPGAScheduling, PreScore); by
   * magnitude {@code 1 - x / max}, or 1 where all are 0.
   */
  double of(double value) {
    if (magnitudes) {
      return most > 0 ? 1 - value / most : 1;
    }
    int n = ascending.length;
    return (n - first(value)) / (double) n;
  }

  private void sort(double[] values) {
    for (double value : values) {
      starts[bucket(value) + 1]++;
    }
    for (int i = 0; i < values.length; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = starts.clone();
    for (double value : values) {
      ascending[next[bucket(value)]++] = value;
    }
    for (int i = 0; i < values.length; i++) {
      if (starts[i + 1] - starts[i] > 1) {
        Arrays.sort(ascending, starts[i], starts[i + 1]);
      }
    }
  }

  /** Never falls as {@code value} rises; 0 where all are equal, as NaN becomes 0. */
  private int bucket(double value) {
    return Math.min((int) ((value - least) * scale), ascending.length - 1);
  }

  private int first(double value) {
    int bucket = bucket(value);
    int low = starts[bucket];
    int high = starts[bucket + 1];
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
