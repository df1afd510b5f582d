package io.github.edgewatt.forecaster.curve;

import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.model.TrainedModel;
import java.util.List;

/**
 * The power that a kind of node draws at a share of its CPU. Immutable.
 *
 * <p>Made of forecasts, in five steps:
 *
 * <ol>
 *   <li>The model is asked for each function alone, each pair, each trained combination and all
 *       functions together, at twentieths of the highest rates they were trained on. Answers beyond
 *       the trained range are left out; so are those for functions that were never trained
 *       together, unless there are no others (a kind of node that was only calibrated).
 *   <li>Each answer is a pair of CPU share u (forecast CPU / (100 % · cores)) and forecast watts.
 *       Pairs are averaged within each hundredth of u, so that much asked shares weigh no more.
 *   <li>The pool-adjacent-violators algorithm (Ayer et al., 1955) makes the watts never fall.
 *   <li>Up to the share at rest the node draws its watts at rest; no point is below them.
 *   <li>Above the highest share u_m that was forecast, it goes on with the mean slope {@code (w_m -
 *       w_rest) / (u_m - u_rest)}: a full node never looks free.
 * </ol>
 *
 * <p>Between the points it is linear.
 *
 * @param node the kind of node
 * @param forecastTo the highest CPU share that a forecast stands for, above 0 and at most 1
 * @param points from share 0 to share 1, shares rising, watts never falling; at least two
 */
public record PowerCurve(NodeType node, double forecastTo, List<Point> points) {

  /**
   * A point of a curve.
   *
   * @param cpuShare share of the node's whole CPU, 0 to 1
   * @param watts 0 or more
   */
  public record Point(double cpuShare, double watts) {
    public Point {
      if (!(cpuShare >= 0 && cpuShare <= 1)) {
        throw new IllegalArgumentException("a CPU share of " + cpuShare + ": 0 to 1");
      }
      if (!(watts >= 0) || Double.isInfinite(watts)) {
        throw new IllegalArgumentException("a power of " + watts + " W: 0 or more");
      }
    }
  }

  public PowerCurve {
    points = List.copyOf(points);
    if (!(forecastTo > 0 && forecastTo <= 1)) {
      throw new IllegalArgumentException("forecasts up to a CPU share of " + forecastTo);
    }
    if (points.size() < 2
        || points.get(0).cpuShare() != 0
        || points.get(points.size() - 1).cpuShare() != 1) {
      throw new IllegalArgumentException("a power curve goes from a CPU share of 0 to 1");
    }
    for (int i = 1; i < points.size(); i++) {
      Point before = points.get(i - 1);
      Point point = points.get(i);
      if (!(before.cpuShare() < point.cpuShare()) || before.watts() > point.watts()) {
        throw new IllegalArgumentException("a power curve falls or turns back at " + point);
      }
    }
  }

  /**
   * The curve of {@code node} by {@code model}; takes some milliseconds to a second.
   *
   * @throws IllegalArgumentException one line where the model has no power target, does not know
   *     the kind of node, its CPU or power at rest, or no load that raises its CPU
   */
  public static PowerCurve of(TrainedModel model, NodeType node) {
    return Sweep.of(model, node).curve();
  }

  /**
   * The power at {@code cpuShare} of the node's CPU, in watts; shares below 0 count as 0, above 1
   * as 1.
   *
   * @throws IllegalArgumentException where the share is not a number
   */
  public double watts(double cpuShare) {
    if (Double.isNaN(cpuShare)) {
      throw new IllegalArgumentException("the CPU share is not a number");
    }
    double share = Math.max(0, Math.min(1, cpuShare));
    int low = 0;
    int high = points.size() - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (points.get(middle).cpuShare() <= share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    Point from = points.get(low);
    Point to = points.get(high);
    double part = (share - from.cpuShare()) / (to.cpuShare() - from.cpuShare());
    return part >= 1 ? to.watts() : from.watts() + part * (to.watts() - from.watts());
  }

  /** The power at rest, in watts. */
  public double idleWatts() {
    return points.get(0).watts();
  }

  /** The power of the fully used node, in watts. */
  public double fullWatts() {
    return points.get(points.size() - 1).watts();
  }
}
