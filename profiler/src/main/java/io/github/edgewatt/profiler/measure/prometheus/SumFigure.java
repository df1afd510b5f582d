package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.profiler.measure.WindowFigure;

/**
 * A figure that is a sum over series.
 *
 * @param figure the sum; its samples are those of the series that has fewest, its gap is the
 *     longest
 * @param began series that appeared in the window
 * @param ended series that went away in the window
 * @param intervalNanos the longest typical time between samples
 * @param notNumbers NaN samples that were passed over
 */
record SumFigure(WindowFigure figure, int began, int ended, long intervalNanos, int notNumbers) {

  static SumFigure absent(String problem) {
    return new SumFigure(new WindowFigure(Double.NaN, 0, 0, problem), 0, 0, 0, 0);
  }

  String problem() {
    return figure.problem();
  }
}
