package io.github.edgewatt.forecaster.score;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Scores of probabilities against what happened. Arrays have the same length. */
public final class Ranking {
  private Ranking() {}

  /**
   * Average precision: the precision at each rank where something happened, weighted by the recall
   * gained there. Equal scores share a rank. NaN where nothing happened.
   */
  public static double averagePrecision(double[] score, boolean[] happened) {
    int[] order = byFallingScore(score);
    long positives = count(happened);
    double sum = 0;
    long seen = 0;
    long hits = 0;
    int i = 0;
    while (i < order.length) {
      int before = i;
      long hitsBefore = hits;
      while (i < order.length && score[order[i]] == score[order[before]]) {
        hits += happened[order[i]] ? 1 : 0;
        i++;
      }
      seen = i;
      sum += (hits - hitsBefore) * ((double) hits / seen);
    }
    return positives == 0 ? Double.NaN : sum / positives;
  }

  /** F1 of calling everything with a score of {@code threshold} or more; NaN where nothing is. */
  public static double f1(double[] score, boolean[] happened, double threshold) {
    long both = 0;
    long called = 0;
    for (int i = 0; i < score.length; i++) {
      if (score[i] >= threshold) {
        called++;
        both += happened[i] ? 1 : 0;
      }
    }
    long positives = count(happened);
    return called + positives == 0 ? Double.NaN : 2.0 * both / (called + positives);
  }

  /** The share of calls, positive and negative, that are right. */
  public static double accuracy(double[] score, boolean[] happened, double threshold) {
    double right = 0;
    for (int i = 0; i < score.length; i++) {
      right += (score[i] >= threshold) == happened[i] ? 1 : 0;
    }
    return right / score.length;
  }

  /** The threshold of the best F1; .5 where nothing happened. */
  public static double bestThreshold(double[] score, boolean[] happened) {
    int[] order = byFallingScore(score);
    long positives = count(happened);
    double best = -1;
    double threshold = 0.5;
    long hits = 0;
    for (int i = 0; i < order.length && positives > 0; i++) {
      hits += happened[order[i]] ? 1 : 0;
      boolean last = i + 1 == order.length || score[order[i + 1]] != score[order[i]];
      double f1 = 2.0 * hits / (i + 1 + positives);
      if (last && f1 > best) {
        best = f1;
        // Half way to the next score, so that a score just like this one stays above.
        double next = i + 1 == order.length ? score[order[i]] : score[order[i + 1]];
        threshold = (score[order[i]] + next) / 2;
      }
    }
    return threshold;
  }

  /** Mean squared distance of probability and outcome: 0 is perfect. */
  public static double brier(double[] probability, boolean[] happened) {
    double sum = 0;
    for (int i = 0; i < probability.length; i++) {
      double away = probability[i] - (happened[i] ? 1 : 0);
      sum += away * away;
    }
    return sum / probability.length;
  }

  /**
   * Expected calibration error: the mean distance of probability and share over ten equal bins,
   * weighted by their counts.
   */
  public static double calibrationError(double[] probability, boolean[] happened) {
    double[] sums = new double[10];
    for (int i = 0; i < probability.length; i++) {
      int bin = Math.max(0, Math.min(9, (int) (probability[i] * 10)));
      sums[bin] += probability[i] - (happened[i] ? 1 : 0);
    }
    double total = 0;
    for (double sum : sums) {
      total += Math.abs(sum);
    }
    return total / probability.length;
  }

  private static long count(boolean[] happened) {
    return IntStream.range(0, happened.length).filter(i -> happened[i]).count();
  }

  private static int[] byFallingScore(double[] score) {
    return IntStream.range(0, score.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -score[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
