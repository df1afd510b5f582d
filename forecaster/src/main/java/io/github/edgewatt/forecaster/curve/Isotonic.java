package io.github.edgewatt.forecaster.curve;

import io.github.edgewatt.forecaster.curve.PowerCurve.Point;
import java.util.ArrayList;
import java.util.List;

/** Pool adjacent violators: the closest line, by least squares, of which the watts never fall. */
final class Isotonic {
  private Isotonic() {}

  /**
   * The blocks of {@code points}, each as the mean of its shares and watts.
   *
   * @param points shares rising
   */
  static List<Point> of(List<Point> points) {
    double[] share = new double[points.size()];
    double[] watts = new double[points.size()];
    int[] size = new int[points.size()];
    int blocks = 0;
    for (Point point : points) {
      share[blocks] = point.cpuShare();
      watts[blocks] = point.watts();
      size[blocks] = 1;
      blocks++;
      while (blocks > 1 && watts[blocks - 2] >= watts[blocks - 1]) {
        blocks--;
        int together = size[blocks - 1] + size[blocks];
        share[blocks - 1] = mean(share, size, blocks, together);
        watts[blocks - 1] = mean(watts, size, blocks, together);
        size[blocks - 1] = together;
      }
    }
    List<Point> means = new ArrayList<>(blocks);
    for (int i = 0; i < blocks; i++) {
      means.add(new Point(share[i], watts[i]));
    }
    return means;
  }

  private static double mean(double[] values, int[] size, int block, int together) {
    return (values[block - 1] * size[block - 1] + values[block] * size[block]) / together;
  }
}
