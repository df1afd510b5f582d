package io.github.edgewatt.profiler.report.figures;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How much CPU a function alone adds to the idle node at a rate: the mean over the repeats of each
 * valid, not overloaded rate, the origin, and straight lines between. Beyond the last rate it goes
 * on along the ray from the origin, because saturation hides demand there.
 */
public final class DemandCurve {
  private final NavigableMap<Integer, Double> meanByRate = new TreeMap<>();

  private DemandCurve() {}

  /** The curve through a function's solo points. */
  public static DemandCurve of(Collection<SoloPoint> points) {
    Map<Integer, double[]> sums = new TreeMap<>();
    for (SoloPoint point : points) {
      if (point.state() == State.VALID
          && point.rate() > 0
          && Double.isFinite(point.nodeIncreasePercent())) {
        double[] sum = sums.computeIfAbsent(point.rate(), rate -> new double[2]);
        sum[0] += point.nodeIncreasePercent();
        sum[1]++;
      }
    }
    DemandCurve curve = new DemandCurve();
    sums.forEach((rate, sum) -> curve.meanByRate.put(rate, sum[0] / sum[1]));
    return curve;
  }

  /**
   * CPU over idle in percent of one core at {@code rate} requests per second; 0 at rate 0; NaN
   * where the function was never measured well alone.
   */
  public double at(int rate) {
    if (rate == 0) {
      return 0;
    }
    if (meanByRate.isEmpty()) {
      return Double.NaN;
    }
    Map.Entry<Integer, Double> above = meanByRate.ceilingEntry(rate);
    if (above == null) {
      return meanByRate.lastEntry().getValue() * rate / meanByRate.lastKey();
    }
    Map.Entry<Integer, Double> below = meanByRate.floorEntry(rate);
    int fromRate = below == null ? 0 : below.getKey();
    double from = below == null ? 0 : below.getValue();
    if (above.getKey() == fromRate) {
      return from;
    }
    double share = (double) (rate - fromRate) / (above.getKey() - fromRate);
    return from + share * (above.getValue() - from);
  }

  /** Whether {@code rate} lies beyond what was measured. */
  public boolean isExtrapolated(int rate) {
    return rate > 0 && (meanByRate.isEmpty() || rate > meanByRate.lastKey());
  }
}
