package io.github.edgewatt.scoring.power.cache;

import io.github.edgewatt.scoring.power.PowerPoint;
import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.Watts;

/**
 * {@code watts = idle + (full - idle) x CPU use}: what is known of a node without a model. Not
 * clamped, so use beyond the node's capacity costs more still.
 */
final class StraightLine {
  private StraightLine() {}

  /**
   * What stands in for a model.
   *
   * @param why why it has to
   */
  static Watts instead(PowerSource source, PowerPoint point, String why) {
    double watts = at(source, point);
    return Double.isFinite(watts)
        ? new Watts(watts, Watts.Origin.FALLBACK, why)
        : new Watts(Double.NaN, Watts.Origin.NONE, why);
  }

  /** The answer of a source that is a line and nothing else. */
  static Watts alone(PowerSource source, PowerPoint point) {
    return instead(source, point, "a straight line, as the node has no model");
  }

  private static double at(PowerSource source, PowerPoint point) {
    return source.idleWatts() + (source.fullWatts() - source.idleWatts()) * point.cpu();
  }
}
