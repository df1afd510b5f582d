package io.github.edgewatt.forecaster.plot;

/**
 * How well functions fall into k groups.
 *
 * @param k numbers of groups, ascending
 * @param silhouette mean silhouette of each, from -1 to 1
 * @param stability how alike groups of resampled functions are, from 0 to 1; empty where unknown
 * @param chosen the k in use
 */
public record Silhouettes(int[] k, double[] silhouette, double[] stability, int chosen) {
  /**
   * Copies.
   *
   * @throws IllegalArgumentException where lengths differ
   */
  public Silhouettes {
    Lengths.same("silhouette", silhouette.length, "k", k.length);
    Lengths.sameOrNone("stability", stability.length, "k", k.length);
    k = k.clone();
    silhouette = silhouette.clone();
    stability = stability.clone();
  }
}
