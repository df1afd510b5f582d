package io.github.edgewatt.profiler.report.chart;

import io.github.edgewatt.profiler.report.figures.SoloPoint;

/** What the small multiples show over the rate, one row of charts each. */
enum Metric {
  CPU("CPU", "% of one core", Ink.VALID),
  MEMORY("Memory", "MB", Ink.VALID),
  POWER("Power", "W", Ink.VALID),
  LATENCY("Latency", "ms, log scale", Ink.MEDIAN);

  private final String title;
  private final String unit;
  private final Ink ink;

  Metric(String title, String unit, Ink ink) {
    this.title = title;
    this.unit = unit;
    this.ink = ink;
  }

  String title() {
    return title;
  }

  String unit() {
    return unit;
  }

  /** The colour of valid points. */
  Ink ink() {
    return ink;
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
