package io.github.edgewatt.forecaster.profile;

import java.util.List;

/**
 * A function's memory over the rate.
 *
 * @param floorBytes the least it held at any rate, mean over the repeats; NaN where not measured. A
 *     line's intercept would be negative for a function whose memory rises steeply
 * @param bytesPerRate growth in bytes per request/s: the slope of the least squares line through
 *     the rates' means; NaN for fewer than two rates
 */
public record MemoryLine(double floorBytes, double bytesPerRate) {

  /** The line through {@code points}; those without figure of the memory are left out. */
  static MemoryLine through(List<RatePoint> points) {
    List<RatePoint> known =
        points.stream().filter(point -> Double.isFinite(point.ramBytes())).toList();
    double meanRate = known.stream().mapToDouble(RatePoint::rate).average().orElse(Double.NaN);
    double meanRam = known.stream().mapToDouble(RatePoint::ramBytes).average().orElse(Double.NaN);
    double product = 0;
    double square = 0;
    for (RatePoint point : known) {
      product += (point.rate() - meanRate) * (point.ramBytes() - meanRam);
      square += (point.rate() - meanRate) * (point.rate() - meanRate);
    }
    double floor = known.stream().mapToDouble(RatePoint::ramBytes).min().orElse(Double.NaN);
    return new MemoryLine(floor, square > 0 ? product / square : Double.NaN);
  }
}
