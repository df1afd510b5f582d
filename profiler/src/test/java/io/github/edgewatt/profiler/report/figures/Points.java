package io.github.edgewatt.profiler.report.figures;

/** Short ways to solo points for tests. */
final class Points {
  private Points() {}

  static SoloPoint at(int rate, State state) {
    return at(rate, state, rate * 0.2);
  }

  static SoloPoint at(int rate, State state, double cpuPercent) {
    return new SoloPoint(
        "m",
        rate,
        state,
        cpuPercent,
        cpuPercent,
        90,
        1,
        "measured",
        2,
        5,
        cpuPercent * 10 / rate,
        0.1);
  }
}
