package io.github.edgewatt.nodeforecast.tensor;

import io.github.edgewatt.forecaster.feature.Target;

/** The forecast figures under the names and in the units of DFaaS' measurements. */
public enum Figure {
  CPU(Target.CPU, "cpu_usage_node", "% of one core", 1),
  RAM(Target.RAM, "ram_usage_node", "bytes", 1),
  RAM_PERCENT(Target.RAM_PERCENT, "ram_usage_node_percentage", "% of all memory", 1),
  POWER(Target.POWER, "power_usage_node", "microwatts", 1e6);

  private final Target target;
  private final String column;
  private final String unit;
  private final double factor;

  Figure(Target target, String column, String unit, double factor) {
    this.target = target;
    this.column = column;
    this.unit = unit;
    this.factor = factor;
  }

  public Target target() {
    return target;
  }

  /** The name of the column in DFaaS' files, and of the tensor. */
  public String column() {
    return column;
  }

  public String unit() {
    return unit;
  }

  /** What to multiply our figures by. */
  public double factor() {
    return factor;
  }
}
