package io.github.edgewatt.forecaster.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.forecaster.model.MonotoneMap;
import io.github.edgewatt.forecaster.score.Ranking;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationFitTest {
  @Test
  void honestScoresStayAboutAsTheyAre() {
    Random random = new Random(4);
    double[] score = new double[4_000];
    double[] outcome = new double[score.length];
    for (int i = 0; i < score.length; i++) {
      score[i] = random.nextDouble();
      outcome[i] = random.nextDouble() < score[i] ? 1 : 0;
    }
    MonotoneMap map = CalibrationFit.fit(score, outcome);
    for (double at = 0; at <= 1; at += .05) {
      assertThat(map.at(at)).isCloseTo(at, within(.03));
    }
  }

  @Test
  void littleEvidenceMovesLittle() {
    MonotoneMap map = CalibrationFit.fit(new double[] {.3, .3}, new double[] {0, 1});
    assertThat(map.at(.3)).isCloseTo(.3, within(.02));
    assertThat(map.at(.9)).isCloseTo(.9, within(.02));
  }

  @Test
  void neverTurnsTheOrderRound() {
    double[] score = {.1, .1, .5, .9, .9};
    MonotoneMap map = CalibrationFit.fit(score, new double[] {1, 1, 1, 0, 0});
    for (double at = 0; at < 1; at += .01) {
      assertThat(map.at(at + .01)).isGreaterThan(map.at(at));
    }
  }

  @Test
  void separatedOutcomesGiveFiniteProbabilities() {
    double[] score = new double[500];
    double[] outcome = new double[500];
    for (int i = 0; i < 500; i++) {
      score[i] = i < 250 ? 0 : 1;
      outcome[i] = score[i];
    }
    MonotoneMap map = CalibrationFit.fit(score, outcome);
    assertThat(map.at(0)).isBetween(0.0, .01);
    assertThat(map.at(1)).isBetween(.99, 1.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void makesDistortedScoresHonest(long seed) {
    Random random = new Random(seed);
    double[] score = new double[4_000];
    double[] outcome = new double[score.length];
    boolean[] happened = new boolean[score.length];
    for (int i = 0; i < score.length; i++) {
      double probability = random.nextDouble();
      score[i] = probability * probability * probability;
      happened[i] = random.nextDouble() < probability;
      outcome[i] = happened[i] ? 1 : 0;
    }
    MonotoneMap map = CalibrationFit.fit(score, outcome);
    double[] mapped = java.util.Arrays.stream(score).map(map::at).toArray();
    assertThat(Ranking.calibrationError(score, happened)).isGreaterThan(.2);
    assertThat(Ranking.calibrationError(mapped, happened)).isLessThan(.03);
  }
}
