package io.github.edgewatt.profiler.measure;

/**
 * One figure over a window, and what it rests on.
 *
 * @param value the figure; NaN where there is a problem
 * @param samples samples used, those around the window's ends included
 * @param largestGapNanos longest time between neighbouring samples used
 * @param problem why there is no value, or empty
 */
public record WindowFigure(double value, int samples, long largestGapNanos, String problem) {

  static WindowFigure absent(String problem) {
    return new WindowFigure(Double.NaN, 0, 0, problem);
  }
}
