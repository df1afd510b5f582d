package io.github.edgewatt.profiler.correlate.rule;

/** Looks for the lag at which two series go together best. */
public final class LagSearch {
  private LagSearch() {}

  /**
   * What was found.
   *
   * @param lag steps the right series follows the left one; below 0, it leads
   * @param score Spearman's rank correlation there; NaN where no lag has enough pairs
   * @param pairs pairs of values behind it
   */
  public record Best(int lag, double score, int pairs) {}

  /**
   * The lag from {@code -most} to {@code most} steps with the largest absolute score; of equal ones
   * that nearest to 0.
   *
   * @param leastPairs lags with fewer pairs of values are not looked at
   */
  public static Best best(Prepared left, Prepared right, int most, int leastPairs) {
    Best best = new Best(0, Double.NaN, 0);
    for (int distance = 0; distance <= Math.min(most, left.length() - 1); distance++) {
      best = better(best, at(left, right, distance), leastPairs);
      if (distance > 0) {
        best = better(best, at(left, right, -distance), leastPairs);
      }
    }
    return best;
  }

  private static Best better(Best best, Best other, int leastPairs) {
    boolean fit = other.pairs() >= leastPairs && !Double.isNaN(other.score());
    // Beyond rounding: a flat top is nearest to 0.
    boolean higher =
        Double.isNaN(best.score()) || Math.abs(other.score()) > Math.abs(best.score()) + 1e-12;
    return fit && higher ? other : best;
  }

  /**
   * Spearman's rank correlation at one lag: Pearson's of the ranks (Spearman 1904).
   *
   * <p>{@code r = (n Σxy - Σx Σy) / sqrt((n Σx² - (Σx)²)(n Σy² - (Σy)²))} over pairs {@code
   * (left[i], right[i + lag])} that both exist.
   */
  static Best at(Prepared left, Prepared right, int lag) {
    int from = Math.max(0, -lag);
    int to = Math.min(left.length(), right.length() - lag);
    if (left.isComplete() && right.isComplete()) {
      double[] x = left.ranks();
      double[] y = right.ranks();
      double products = 0;
      for (int i = from; i < to; i++) {
        products += x[i] * y[i + lag];
      }
      return new Best(
          lag,
          correlation(
              to - from,
              left.sum(from, to),
              right.sum(from + lag, to + lag),
              left.squares(from, to),
              right.squares(from + lag, to + lag),
              products),
          to - from);
    }
    return sparse(left, right, lag, from, to);
  }

  private static Best sparse(Prepared left, Prepared right, int lag, int from, int to) {
    int n = 0;
    double sumX = 0;
    double sumY = 0;
    double squaresX = 0;
    double squaresY = 0;
    double products = 0;
    for (int i = from; i < to; i++) {
      if (left.has(i) && right.has(i + lag)) {
        double x = left.rank(i);
        double y = right.rank(i + lag);
        n++;
        sumX += x;
        sumY += y;
        squaresX += x * x;
        squaresY += y * y;
        products += x * y;
      }
    }
    return new Best(lag, correlation(n, sumX, sumY, squaresX, squaresY, products), n);
  }

  /** Pearson's correlation of the values themselves at a lag; NaN where one does not vary. */
  public static double pearson(Prepared left, Prepared right, int lag) {
    int from = Math.max(0, -lag);
    int to = Math.min(left.length(), right.length() - lag);
    int n = 0;
    double meanX = 0;
    double meanY = 0;
    double varX = 0;
    double varY = 0;
    double together = 0;
    // Welford's recurrence: values such as bytes are large beside their variation.
    for (int i = from; i < to; i++) {
      if (left.has(i) && right.has(i + lag)) {
        n++;
        double x = left.value(i) - meanX;
        double y = right.value(i + lag) - meanY;
        meanX += x / n;
        meanY += y / n;
        varX += x * (left.value(i) - meanX);
        varY += y * (right.value(i + lag) - meanY);
        together += x * (right.value(i + lag) - meanY);
      }
    }
    return varX > 0 && varY > 0
        ? bounded(together / Math.sqrt(varX) / Math.sqrt(varY))
        : Double.NaN;
  }

  private static double correlation(
      int n, double sumX, double sumY, double squaresX, double squaresY, double products) {
    double varX = n * squaresX - sumX * sumX;
    double varY = n * squaresY - sumY * sumY;
    if (!(varX > 1e-9 * n) || !(varY > 1e-9 * n)) {
      return Double.NaN;
    }
    return bounded((n * products - sumX * sumY) / Math.sqrt(varX) / Math.sqrt(varY));
  }

  private static double bounded(double correlation) {
    return Math.max(-1, Math.min(1, correlation));
  }
}
