package io.github.edgewatt.forecaster.cluster;

/**
 * One group of functions.
 *
 * @param index its number, 0 to k − 1; upstream's key in a group list
 * @param name by demand: LOW, MEDIUM, HIGH, …
 * @param cpuMillisPerRequest its demand: the mean of its functions' CPU-ms per request below
 *     saturation
 * @param radius the largest distance of its functions to the centroid
 * @param reach a function farther away than this is novel, see {@link GroupModel#assign}
 * @param centroid the mean of its functions' points
 */
public record Group(
    int index,
    String name,
    double cpuMillisPerRequest,
    double radius,
    double reach,
    double[] centroid) {
  public Group {
    centroid = centroid.clone();
  }

  /** Its name's key in a group list: {@code HIGH_USAGE}. */
  public String key() {
    return GroupNames.key(name);
  }
}
