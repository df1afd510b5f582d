package io.github.edgewatt.profiler.kafka.feed;

/**
 * How the load goes, slice by slice, as fractions of the highest: the curves of the testbed that
 * this pipeline follows.
 */
public final class LoadCurve {
  /** A day: one fraction an hour, its peaks at 8 and 17 o'clock. */
  private static final double[] DAY = {
    .03, .06, .09, .12, .266, .412, .558, .704, .85, .7625, .675, .587,
    .5, .59, .68, .77, .86, .97, .813, .656, .5, .343, .186, .03
  };

  private LoadCurve() {}

  /** {@code cycles} days one after another, spread over {@code slices}. */
  public static double[] dayNight(int slices, int cycles) {
    double[] days = new double[DAY.length * cycles];
    for (int k = 0; k < days.length; k++) {
      days[k] = DAY[k % DAY.length];
    }
    return spread(days, slices);
  }

  /** 1/24, 2/24 … 24/24, spread over {@code slices}. */
  public static double[] linear(int slices) {
    double[] ramp = new double[DAY.length];
    for (int k = 0; k < ramp.length; k++) {
      ramp[k] = (k + 1.0) / ramp.length;
    }
    return spread(ramp, slices);
  }

  /**
   * Values at equal distances from the first to the last, linear between neighbours: what NumPy
   * gives for {@code interp(linspace(0, n - 1, slices), arange(n), values)}.
   */
  static double[] spread(double[] values, int slices) {
    double[] spread = new double[slices];
    int last = values.length - 1;
    for (int k = 0; k < slices; k++) {
      double at = slices == 1 ? 0 : (double) k * last / (slices - 1);
      int left = Math.min((int) at, last);
      int right = Math.min(left + 1, last);
      spread[k] = values[left] + (at - left) * (values[right] - values[left]);
    }
    return spread;
  }
}
