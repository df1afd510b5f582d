package io.github.edgewatt.profiler.correlate.rule;

import static java.util.Objects.requireNonNull;

/**
 * How two series go together.
 *
 * @param left what it is measured against: load, latency, CPU, watts
 * @param right the series
 * @param series the series' number in the extract; -1 for one derived here
 * @param lagSeconds how much later {@code right} follows; below 0, it leads
 * @param score Spearman's rank correlation at that lag
 * @param pearson of the values, at that lag
 * @param pairs pairs of values
 * @param independent how many independent pairs they are worth
 * @param probability that chance does as much at one of the lags
 * @param falseShare of all relations as improbable as this one or more, how many are chance
 */
public record Relation(
    String left,
    String right,
    int series,
    double lagSeconds,
    double score,
    double pearson,
    int pairs,
    double independent,
    double probability,
    double falseShare) {
  /** Relations with at most this share of false ones among them are told as found. */
  public static final double MOST_FALSE = 0.05;

  public Relation {
    requireNonNull(left, "left is null");
    requireNonNull(right, "right is null");
  }

  /** Whether it is more than chance would do. */
  public boolean isFound() {
    return falseShare <= MOST_FALSE;
  }

  /** The same among others. */
  public Relation withFalseShare(double share) {
    return new Relation(
        left, right, series, lagSeconds, score, pearson, pairs, independent, probability, share);
  }
}
