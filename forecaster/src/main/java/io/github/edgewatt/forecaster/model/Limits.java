package io.github.edgewatt.forecaster.model;

import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.Target;

/** Keeps forecasts within what a node can show, and doubts them beyond what was trained. */
final class Limits {
  private static final double PERCENT = 100;

  private Limits() {}

  /** The bounds of {@code rest + increase}, {@code widening} times as far from it as usual. */
  static Interval widened(IntervalScale scale, double rest, double increase, double widening) {
    Interval usual = scale.around(rest, increase);
    double value = usual.value();
    return new Interval(
        value, value + widening * (usual.low() - value), value + widening * (usual.high() - value));
  }

  /** A probability that a distance beyond the training makes less safe: 1 - (1 - p) / (1 + d). */
  static double doubted(double probability, double distance) {
    return distance > 0 ? 1 - (1 - probability) / (1 + distance) : probability;
  }

  static Interval of(Target target, Load load, Interval raw) {
    return switch (target) {
      case CPU -> within(raw, PERCENT * load.node().cores());
      case RAM -> within(raw, memoryBytes(load));
      case RAM_PERCENT -> within(raw, PERCENT);
      case POWER -> within(raw, Double.POSITIVE_INFINITY);
    };
  }

  static Interval of(FunctionTarget target, Load load, Interval raw) {
    return switch (target) {
      case CPU -> within(raw, PERCENT * load.node().cores());
      case RAM -> within(raw, memoryBytes(load));
      case POWER, LATENCY -> within(raw, Double.POSITIVE_INFINITY);
    };
  }

  /** All of the node's memory, from what is in use at rest in bytes and in percent. */
  private static double memoryBytes(Load load) {
    double share = load.idle().ramPercent() / PERCENT;
    double bytes = load.idle().ramBytes() / share;
    return share > 0 && bytes > 0 ? bytes : Double.POSITIVE_INFINITY;
  }

  /** Between 0 and {@code most}, and the value between its bounds. */
  private static Interval within(Interval raw, double most) {
    double value = Math.min(most, Math.max(0, raw.value()));
    double low = Math.min(most, Math.max(0, raw.low()));
    double high = Math.min(most, Math.max(0, raw.high()));
    return new Interval(value, Math.min(low, value), Math.max(high, value));
  }
}
