package io.github.edgewatt.profiler.correlate.rule;

import java.util.Arrays;
import org.hipparchus.special.Beta;

/**
 * How likely chance alone makes a score. Series that change slowly have far fewer independent
 * values than points: two random walks of a thousand points correlate by 0.5 as a matter of course.
 */
public final class Chance {
  private Chance() {}

  /**
   * How many independent pairs {@code n} pairs of these two series are worth: {@code n / (1 + 2 Σ
   * (1 - k/n) ρx(k) ρy(k))} over lags k from 1 to n-1, never more than n (Bartlett 1946; Pyper and
   * Peterman 1998, Can. J. Fish. Aquat. Sci. 55, eq. 1). With all lags, not the first fifth, the
   * test below keeps its level on random walks too.
   */
  public static double independentPairs(Prepared left, Prepared right, int n) {
    double sum = 0;
    int most = Math.min(n, left.length());
    for (int k = 1; k < most; k++) {
      sum += (1 - (double) k / most) * left.autocorrelation(k) * right.autocorrelation(k);
    }
    return n / Math.max(1, 1 + 2 * sum);
  }

  /**
   * The probability that independent series reach this score at the best of {@code lags} lags. At
   * one lag Student's test of a correlation, {@code p = I(1 - r²; (m - 2)/2, 1/2)} with m
   * independent pairs and I the regularised incomplete beta function; over lags Šidák's {@code 1 -
   * (1 - p)^L}, L counting only lags that tell something new, {@code 1 + (lags - 1) m/n}.
   *
   * @param pairs n
   * @param independent m; 1 is returned where it is too small to tell
   */
  public static double probability(double score, int pairs, double independent, int lags) {
    if (!(independent > 2.5) || Double.isNaN(score)) {
      return 1;
    }
    double p = Beta.regularizedBeta(1 - score * score, (independent - 2) / 2, 0.5);
    double tried = 1 + (lags - 1) * Math.min(1, independent / pairs);
    // 1 - (1 - p)^L without losing a small p.
    return -Math.expm1(tried * Math.log1p(-Math.min(p, 1 - 1e-16)));
  }

  /**
   * The share of false ones to expect among all relations at least as improbable as each: Benjamini
   * and Hochberg 1995, J. R. Stat. Soc. B 57, as adjusted probabilities.
   */
  public static double[] falseShares(double[] probabilities) {
    int n = probabilities.length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(probabilities[a], probabilities[b]));
    double[] shares = new double[n];
    double least = 1;
    for (int rank = n; rank >= 1; rank--) {
      least = Math.min(least, probabilities[order[rank - 1]] * n / rank);
      shares[order[rank - 1]] = least;
    }
    return shares;
  }
}
