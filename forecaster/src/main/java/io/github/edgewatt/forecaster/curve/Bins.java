package io.github.edgewatt.forecaster.curve;

import io.github.edgewatt.forecaster.curve.PowerCurve.Point;
import java.util.ArrayList;
import java.util.List;

/** Pairs of CPU share and watts, averaged within each hundredth of the share. */
final class Bins {
  private static final int BINS = 100;

  private final double[] shares = new double[BINS + 1];
  private final double[] watts = new double[BINS + 1];
  private final int[] counts = new int[BINS + 1];

  /**
   * @param share 0 to 1
   */
  void add(double share, double power) {
    int bin = (int) (share * BINS);
    shares[bin] += share;
    watts[bin] += power;
    counts[bin]++;
  }

  /** The means whose share is above {@code least}, shares rising. */
  List<Point> meansAbove(double least) {
    List<Point> means = new ArrayList<>();
    for (int bin = 0; bin <= BINS; bin++) {
      if (counts[bin] > 0) {
        double share = Math.min(1, shares[bin] / counts[bin]);
        if (share > least) {
          means.add(new Point(share, watts[bin] / counts[bin]));
        }
      }
    }
    return means;
  }
}
