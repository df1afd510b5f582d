package io.github.edgewatt.forecaster.cluster;

import java.util.List;

/**
 * Where a function belongs.
 *
 * @param function its name
 * @param group the group with the nearest centroid
 * @param distance to that centroid
 * @param second the group with the next nearest centroid
 * @param secondDistance to that centroid
 * @param untold features that its measurements do not tell; the median was taken
 */
public record Assignment(
    String function,
    Group group,
    double distance,
    Group second,
    double secondDistance,
    List<String> untold) {
  public Assignment {
    untold = List.copyOf(untold);
  }

  /** How much nearer the group is than the second. */
  public double margin() {
    return secondDistance - distance;
  }

  /** Whether the function lies beyond the group's reach: no grouped function is like it. */
  public boolean novel() {
    return distance > group.reach();
  }
}
