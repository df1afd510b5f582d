package io.github.edgewatt.profiler.correlate.rule;

import java.util.Arrays;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;
import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/**
 * A series made ready to be compared often: its ranks, once, and how much it resembles its own
 * past.
 *
 * <p>Ranks are of the whole series, so a lagged score is Spearman's up to the few points that a lag
 * cuts off at an end; ties share their mean rank.
 */
public final class Prepared {
  private static final NaturalRanking RANKING = new NaturalRanking(TiesStrategy.AVERAGE);

  private final double[] values;
  private final double[] ranks;
  private final boolean complete;
  private final double[] sums;
  private final double[] squares;
  private final double[] autocorrelation;

  private Prepared(double[] values, double[] ranks, boolean complete) {
    this.values = values;
    this.ranks = ranks;
    this.complete = complete;
    this.sums = new double[ranks.length + 1];
    this.squares = new double[ranks.length + 1];
    for (int i = 0; i < ranks.length; i++) {
      sums[i + 1] = sums[i] + ranks[i];
      squares[i + 1] = squares[i] + ranks[i] * ranks[i];
    }
    this.autocorrelation = autocorrelation(ranks);
  }

  /** Prepares a series on a grid, NaN where it has no value. */
  public static Prepared of(double[] values) {
    int n = values.length;
    int[] at = new int[n];
    int present = 0;
    for (int i = 0; i < n; i++) {
      if (Double.isFinite(values[i])) {
        at[present++] = i;
      }
    }
    double[] dense = new double[present];
    for (int i = 0; i < present; i++) {
      dense[i] = values[at[i]];
    }
    double[] ranked = present == 0 ? dense : RANKING.rank(dense);
    double mean = (present + 1) / 2.0;
    // Ranks about their mean, in units of half the series: absent ones count as average.
    double[] ranks = new double[n];
    for (int i = 0; i < present; i++) {
      ranks[at[i]] = (ranked[i] - mean) / Math.max(1, mean);
    }
    double[] own = values.clone();
    for (int i = 0; i < n; i++) {
      own[i] = Double.isFinite(own[i]) ? own[i] : Double.NaN;
    }
    return new Prepared(own, ranks, present == n);
  }

  /**
   * The autocorrelation of the centred {@code series} at lags 0 to n-1 by the Wiener-Khinchin
   * theorem: the inverse transform of the power spectrum of the series padded with as many zeros.
   */
  static double[] autocorrelation(double[] series) {
    int n = series.length;
    int size = Integer.highestOneBit(Math.max(1, 2 * n - 1)) * 2;
    double[][] data = new double[2][size];
    System.arraycopy(series, 0, data[0], 0, n);
    FastFourierTransformer.transformInPlace(data, DftNormalization.STANDARD, TransformType.FORWARD);
    for (int i = 0; i < size; i++) {
      data[0][i] = data[0][i] * data[0][i] + data[1][i] * data[1][i];
      data[1][i] = 0;
    }
    FastFourierTransformer.transformInPlace(data, DftNormalization.STANDARD, TransformType.INVERSE);
    double[] result = Arrays.copyOf(data[0], n);
    double power = result[0];
    for (int i = 0; i < n; i++) {
      result[i] = power > 0 ? result[i] / power : 0;
    }
    return result;
  }

  int length() {
    return values.length;
  }

  boolean isComplete() {
    return complete;
  }

  double value(int index) {
    return values[index];
  }

  double rank(int index) {
    return ranks[index];
  }

  double[] ranks() {
    return ranks;
  }

  boolean has(int index) {
    return !Double.isNaN(values[index]);
  }

  /** The sum of ranks from {@code from} to before {@code to}. */
  double sum(int from, int to) {
    return sums[to] - sums[from];
  }

  double squares(int from, int to) {
    return squares[to] - squares[from];
  }

  double autocorrelation(int lag) {
    return autocorrelation[lag];
  }
}
