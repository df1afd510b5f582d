package io.github.edgewatt.forecaster.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.forecaster.model.MonotoneMap;
import io.github.edgewatt.forecaster.score.Ranking;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsotonicFitTest {
  @Test
  void poolsNeighboursThatFall() {
    MonotoneMap map = IsotonicFit.fit(new double[] {.4, .2, .3, .1}, new double[] {1, 1, 0, 0});
    assertThat(map.from()).containsExactly(new double[] {0, .1, .25, .4, 1}, within(1e-12));
    // 0, 0, .5, 1, 1 with a twentieth of the score mixed in.
    assertThat(map.to()).containsExactly(new double[] {0, .005, .4875, .97, 1}, within(1e-12));
    assertThat(map.at(.175)).isCloseTo(.24625, within(1e-12));
  }

  @Test
  void whatCannotBeToldApartStays() {
    assertThat(IsotonicFit.fit(new double[] {.3, .3}, new double[] {0, 1}))
        .isEqualTo(MonotoneMap.IDENTITY);
    assertThat(IsotonicFit.fit(new double[] {1, 2, 3}, new double[] {1, .5, 0}))
        .isEqualTo(MonotoneMap.IDENTITY);
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
    MonotoneMap map = IsotonicFit.fit(score, outcome);
    double[] mapped = java.util.Arrays.stream(score).map(map::at).toArray();
    assertThat(Ranking.calibrationError(score, happened)).isGreaterThan(.2);
    assertThat(Ranking.calibrationError(mapped, happened)).isLessThan(.02);
  }
}
