package io.github.edgewatt.forecaster.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.forecaster.evaluate.Points.Overload;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverloadScoreTest {
  @Test
  void eachPointIsCalledAtItsOwnModelsThreshold() {
    OverloadScore score =
        OverloadScore.of(
            List.of(
                new Overload("A", true, .9, .5),
                new Overload("A", false, .4, .5),
                new Overload("B", true, .3, .25),
                new Overload("B", false, .2, .1)));
    assertThat(score.points()).isEqualTo(4);
    assertThat(score.share()).isEqualTo(.5);
    // By rank: .9 hit, .4 miss, .3 hit: 1/2 + 1/2 · 2/3.
    assertThat(score.averagePrecision()).isCloseTo(.5 + 1.0 / 3, within(1e-12));
    // Called: .9, .3 and .2 by their thresholds.
    assertThat(score.f1()).isCloseTo(4.0 / 5, within(1e-12));
    assertThat(score.accuracy()).isEqualTo(.75);
    assertThat(score.brier()).isCloseTo((.01 + .16 + .49 + .04) / 4, within(1e-12));
    assertThat(score.calibrationError()).isCloseTo((.1 + .4 + .7 + .2) / 4, within(1e-12));
  }

  @Test
  void withoutAnyOverloadThereIsNoPrecision() {
    OverloadScore score = OverloadScore.of(List.of(new Overload("A", false, .1, .5)));
    assertThat(score.averagePrecision()).isNaN();
    assertThat(score.f1()).isNaN();
    assertThat(score.accuracy()).isEqualTo(1);
  }
}
