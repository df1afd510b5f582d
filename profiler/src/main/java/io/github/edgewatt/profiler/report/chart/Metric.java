package io.github.edgewatt.profiler.report.chart;

import io.github.edgewatt.profiler.report.figures.SoloPoint;

/** What the small multiples show over the rate, one row of charts each. */
enum Metric {
  CPU("CPU", "% of one core"),
  MEMORY("Memory", "MB"),
  POWER("Power", "W"),
  LATENCY("Latency", "ms, log scale");

  private final String title;
  private final String unit;

  Metric(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  String title() {
    return title;
  }

  String unit() {
    return unit;
  }

  /** The figure in {@link #unit}, of the latency its median; NaN where absent. */
  double of(SoloPoint point) {
    return switch (this) {
      case CPU -> point.cpuPercent();
      case MEMORY -> point.memoryMegabytes();
      case POWER -> point.powerWatts();
      case LATENCY -> point.latencyP50Millis();
    };
  }
}
