package io.github.edgewatt.forecaster.score;

/** Scores of forecast figures. Arrays have the same length; all figures are finite. */
public final class Regression {
  private Regression() {}

  /**
   * Coefficient of determination, {@code 1 - Σ(y - f)² / Σ(y - mean y)²}: 1 is perfect, 0 no better
   * than the mean; NaN where nothing varies.
   */
  public static double r2(double[] measured, double[] forecast) {
    double mean = mean(measured);
    double rest = 0;
    double all = 0;
    for (int i = 0; i < measured.length; i++) {
      rest += (measured[i] - forecast[i]) * (measured[i] - forecast[i]);
      all += (measured[i] - mean) * (measured[i] - mean);
    }
    return all > 0 ? 1 - rest / all : Double.NaN;
  }

  /** Mean absolute error, in the figures' unit; NaN where there are none. */
  public static double mae(double[] measured, double[] forecast) {
    double sum = 0;
    for (int i = 0; i < measured.length; i++) {
      sum += Math.abs(measured[i] - forecast[i]);
    }
    return sum / measured.length;
  }

  /** Root mean squared error, in the figures' unit; NaN where there are none. */
  public static double rmse(double[] measured, double[] forecast) {
    double sum = 0;
    for (int i = 0; i < measured.length; i++) {
      sum += (measured[i] - forecast[i]) * (measured[i] - forecast[i]);
    }
    return Math.sqrt(sum / measured.length);
  }

  /**
   * Mean absolute percentage error, {@code 100 · mean |y - f| / max(|y|, floor)}.
   *
   * @param floor least denominator, such as the node's usual figure at rest, above 0
   */
  public static double mape(double[] measured, double[] forecast, double floor) {
    double sum = 0;
    for (int i = 0; i < measured.length; i++) {
      sum += Math.abs(measured[i] - forecast[i]) / Math.max(Math.abs(measured[i]), floor);
    }
    return 100 * sum / measured.length;
  }

  /** The share of measurements between their bounds. */
  public static double coverage(double[] measured, double[] low, double[] high) {
    double inside = 0;
    for (int i = 0; i < measured.length; i++) {
      inside += measured[i] >= low[i] && measured[i] <= high[i] ? 1 : 0;
    }
    return inside / measured.length;
  }

  /** The mean; NaN of nothing. */
  public static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
