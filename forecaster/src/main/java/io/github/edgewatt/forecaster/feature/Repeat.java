package io.github.edgewatt.forecaster.feature;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.NodeRow;
import java.util.List;

/**
 * One measurement of a configuration.
 *
 * @param idle the node before the load
 * @param cpuPercent node CPU under load, percent of one core
 * @param ramBytes node memory under load, bytes
 * @param ramPercent node memory under load, percent of all
 * @param powerWatts node power under load
 * @param overloaded whether the node counts as overloaded
 * @param costs whether the figures may be learnt from; false where saturation spoilt them and only
 *     the overload is known
 * @param functions the functions' parts, those with a rate above 0
 */
public record Repeat(
    Idle idle,
    double cpuPercent,
    double ramBytes,
    double ramPercent,
    double powerWatts,
    boolean overloaded,
    boolean costs,
    List<FunctionRow> functions) {
  private static final double MICRO = 1e-6;

  public Repeat {
    functions = List.copyOf(functions);
  }

  static Repeat of(MeasurementRow row) {
    NodeRow node = row.node();
    return new Repeat(
        Idle.of(node),
        node.cpuPercent(),
        node.ramBytes(),
        node.ramPercent(),
        node.powerMicrowatts() * MICRO,
        node.overloaded(),
        row.verdict().isValid(),
        row.functions().stream().filter(function -> function.rate() > 0).toList());
  }

  /** The figure under load; NaN where it was not measured. */
  public double measured(Target target) {
    return switch (target) {
      case CPU -> cpuPercent;
      case RAM -> ramBytes;
      case RAM_PERCENT -> ramPercent;
      case POWER -> powerWatts;
    };
  }

  /** The increase over rest; NaN where either was not measured or may not be learnt from. */
  public double increase(Target target) {
    return costs ? measured(target) - target.of(idle) : Double.NaN;
  }
}
