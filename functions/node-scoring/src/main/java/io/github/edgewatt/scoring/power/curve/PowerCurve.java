package io.github.edgewatt.scoring.power.curve;

import java.util.Arrays;
import java.util.List;

/**
 * Watts over CPU use: straight between its knots, and outside them on with the slope from the first
 * to the last, at least 0. Rises everywhere above 0 W, so a pod costs something on every node.
 */
public final class PowerCurve {
  private final double[] uses;
  private final double[] watts;
  private final double slope;

  private PowerCurve(double[] uses, double[] watts) {
    this.uses = uses;
    this.watts = watts;
    int last = uses.length - 1;
    this.slope = (watts[last] - watts[0]) / (uses[last] - uses[0]);
  }

  /** The curve through two knots or more, rising in both. */
  static PowerCurve through(List<MonotoneFit.Point> knots) {
    if (knots.size() < 2) {
      throw new IllegalArgumentException("a curve needs two knots");
    }
    return new PowerCurve(
        knots.stream().mapToDouble(MonotoneFit.Point::x).toArray(),
        knots.stream().mapToDouble(MonotoneFit.Point::y).toArray());
  }

  /**
   * Watts at a CPU use.
   *
   * @param use CPU in use as a part of the node's
   */
  public double watts(double use) {
    int last = uses.length - 1;
    if (use <= uses[0]) {
      return Math.max(0, watts[0] + slope * (use - uses[0]));
    }
    if (use >= uses[last]) {
      return watts[last] + slope * (use - uses[last]);
    }
    int at = Arrays.binarySearch(uses, use);
    int low = at >= 0 ? Math.min(at, last - 1) : -at - 2;
    double part = (use - uses[low]) / (uses[low + 1] - uses[low]);
    return watts[low] + part * (watts[low + 1] - watts[low]);
  }

  /** How many knots it has. */
  int knots() {
    return uses.length;
  }
}
