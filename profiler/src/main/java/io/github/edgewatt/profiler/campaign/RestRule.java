package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.profiler.measure.WindowReading;

/**
 * Whether a node is at rest: upstream's rule (CPU, memory and power within 15 % of the idle
 * baseline) with an absolute slack, because an idle baseline can be near zero, and with flat
 * instead of low memory, because a JVM does not give memory back.
 */
final class RestRule {
  private static final double RATIO = 1.15;
  private static final double CPU_SLACK_PERCENT = 3;
  private static final double POWER_SLACK_WATTS = 0.5;
  private static final double MEMORY_SHARE = 0.001;
  private static final double MEMORY_FLOOR_BYTES = 8 << 20;

  private RestRule() {}

  /** Whether CPU and power are back at the baseline. A figure that is absent tells nothing. */
  static boolean quiet(WindowReading baseline, WindowReading now) {
    return within(baseline.nodeCpuPercent(), now.nodeCpuPercent(), CPU_SLACK_PERCENT)
        && within(baseline.nodePowerWatts(), now.nodePowerWatts(), POWER_SLACK_WATTS);
  }

  /**
   * Whether memory stood still over two neighbouring windows: their means differ by less than 0.1 %
   * of all memory or 8 MiB, whichever is more.
   */
  static boolean flat(WindowReading earlier, WindowReading later, long memoryBytes) {
    double drift = Math.abs(later.nodeMemoryBytes() - earlier.nodeMemoryBytes());
    return !(drift > Math.max(MEMORY_FLOOR_BYTES, MEMORY_SHARE * memoryBytes));
  }

  private static boolean within(double baseline, double now, double slack) {
    return !(now > Math.max(RATIO * baseline, baseline + slack));
  }
}
