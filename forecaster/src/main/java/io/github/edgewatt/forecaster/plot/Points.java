package io.github.edgewatt.forecaster.plot;

import java.util.Arrays;

/** Pairs of numbers that can be drawn. */
record Points(double[] x, double[] y) {
  /** Beyond it differences of two values overflow. */
  private static final double LARGEST = 1e100;

  /** The pairs of which both are finite. */
  static Points of(double[] x, double[] y) {
    double[] keptX = new double[x.length];
    double[] keptY = new double[x.length];
    int kept = 0;
    for (int i = 0; i < x.length; i++) {
      if (isDrawable(x[i]) && isDrawable(y[i])) {
        keptX[kept] = x[i];
        keptY[kept++] = y[i];
      }
    }
    return new Points(Arrays.copyOf(keptX, kept), Arrays.copyOf(keptY, kept));
  }

  static boolean isDrawable(double value) {
    return Math.abs(value) < LARGEST;
  }

  int size() {
    return x.length;
  }

  boolean isEmpty() {
    return x.length == 0;
  }

  static double min(double[] values) {
    return Arrays.stream(values).min().orElse(Double.NaN);
  }

  static double max(double[] values) {
    return Arrays.stream(values).max().orElse(Double.NaN);
  }
}
