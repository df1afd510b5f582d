package io.github.edgewatt.forecaster.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingTest {
  private static final double[] SCORE = {.9, .8, .7, .6};
  private static final boolean[] HAPPENED = {true, false, true, false};

  @Test
  void averagePrecisionWeighsPrecisionByRecallGained() {
    // Recall 1/2 at precision 1, then 1/2 at precision 2/3.
    assertThat(Ranking.averagePrecision(SCORE, HAPPENED))
        .isCloseTo(0.5 * 1 + 0.5 * 2 / 3, within(1e-12));
  }

  @Test
  void equalScoresShareARankWhateverTheirOrder() {
    // The tie of .8 holds one of the two: precision 2/3 there, whichever comes first.
    double expected = 0.5 * 1 + 0.5 * 2 / 3;
    double[] tied = {.9, .8, .8, .1};
    assertThat(Ranking.averagePrecision(tied, new boolean[] {true, true, false, false}))
        .isCloseTo(expected, within(1e-12));
    assertThat(Ranking.averagePrecision(tied, new boolean[] {true, false, true, false}))
        .isCloseTo(expected, within(1e-12));
    assertThat(Ranking.averagePrecision(new double[] {.5, .5, .5, .5}, HAPPENED)).isEqualTo(0.5);
  }

  @Test
  void nothingHappenedIsNoScore() {
    assertThat(Ranking.averagePrecision(SCORE, new boolean[4])).isNaN();
    assertThat(Ranking.bestThreshold(SCORE, new boolean[4])).isEqualTo(0.5);
    assertThat(Ranking.f1(SCORE, new boolean[4], 1)).isNaN();
  }

  @Test
  void f1AndAccuracyCallFromTheThresholdOn() {
    // Called: .9, .8, .7, of which two happened; of two that happened both are called.
    assertThat(Ranking.f1(SCORE, HAPPENED, .7)).isCloseTo(2 * 2.0 / (3 + 2), within(1e-12));
    assertThat(Ranking.accuracy(SCORE, HAPPENED, .7)).isEqualTo(0.75);
    assertThat(Ranking.f1(SCORE, HAPPENED, .95)).isZero();
  }

  @Test
  void bestThresholdLiesHalfWayBelowTheLastCalled() {
    // F1 by calls: 1 → 2/3, 2 → 1/2, 3 → 4/5, 4 → 2/3.
    double threshold = Ranking.bestThreshold(SCORE, HAPPENED);
    assertThat(threshold).isCloseTo(.65, within(1e-12));
    assertThat(Ranking.f1(SCORE, HAPPENED, threshold)).isCloseTo(0.8, within(1e-12));
    assertThat(Ranking.bestThreshold(new double[] {.4, .4}, new boolean[] {true, false}))
        .isEqualTo(.4);
  }

  @Test
  void brierIsASquaredDistance() {
    assertThat(Ranking.brier(new double[] {1, .5}, new boolean[] {true, false})).isEqualTo(0.125);
  }

  @Test
  void calibrationErrorComparesWithinTenths() {
    // Bin .2: mean .25, half happened: |.5 - 1| = .5; bin .9: |1.9 - 2| = .1; over 4.
    assertThat(
            Ranking.calibrationError(
                new double[] {.2, .3 - 1e-9, .9, 1}, new boolean[] {true, false, true, true}))
        .isCloseTo((.5 + .1) / 4, within(1e-6));
  }
}
