package io.github.edgewatt.forecaster.evaluate;

import io.github.edgewatt.forecaster.evaluate.Points.Overload;
import io.github.edgewatt.forecaster.score.Ranking;
import java.util.List;

/**
 * Scores of the overload forecast over single measurements.
 *
 * @param points how many measurements
 * @param share how many of them overloaded
 * @param averagePrecision area under precision over recall
 * @param f1 at each model's own threshold, chosen on its training data
 * @param accuracy at the same
 * @param brier mean squared distance of probability and outcome
 * @param calibrationError mean distance of probability and share over ten bins
 */
public record OverloadScore(
    int points,
    double share,
    double averagePrecision,
    double f1,
    double accuracy,
    double brier,
    double calibrationError) {

  /** The scores of {@code overloads}, at least one. */
  public static OverloadScore of(List<Overload> overloads) {
    int size = overloads.size();
    double[] probability = new double[size];
    double[] margin = new double[size];
    boolean[] happened = new boolean[size];
    double count = 0;
    for (int i = 0; i < size; i++) {
      Overload one = overloads.get(i);
      probability[i] = one.probability();
      margin[i] = one.probability() - one.threshold();
      happened[i] = one.overloaded();
      count += one.overloaded() ? 1 : 0;
    }
    return new OverloadScore(
        size,
        count / size,
        Ranking.averagePrecision(probability, happened),
        Ranking.f1(margin, happened, 0),
        Ranking.accuracy(margin, happened, 0),
        Ranking.brier(probability, happened),
        Ranking.calibrationError(probability, happened));
  }
}
