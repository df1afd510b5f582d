package io.github.edgewatt.profiler.report.figures;

import java.util.List;

/**
 * How the measured CPU of valid, not overloaded mixes compares with the sum of their parts.
 *
 * @param count mixes that could be compared
 * @param medianRatio median of measured over summed CPU; 1 is perfectly additive; NaN without any
 * @param lowestRatio smallest ratio
 * @param highestRatio largest ratio
 */
public record Additivity(int count, double medianRatio, double lowestRatio, double highestRatio) {

  static Additivity of(List<MixPoint> points) {
    double[] ratios =
        points.stream()
            .filter(point -> point.state() == State.VALID)
            .mapToDouble(MixPoint::ratio)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    int count = ratios.length;
    if (count == 0) {
      return new Additivity(0, Double.NaN, Double.NaN, Double.NaN);
    }
    double median = (ratios[(count - 1) / 2] + ratios[count / 2]) / 2;
    return new Additivity(count, median, ratios[0], ratios[count - 1]);
  }
}
