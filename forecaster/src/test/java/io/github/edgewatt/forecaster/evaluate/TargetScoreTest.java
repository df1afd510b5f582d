package io.github.edgewatt.forecaster.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.forecaster.evaluate.Points.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetScoreTest {
  /** Two configurations of two repeats in a group, and one of one repeat in another. */
  private static final List<Point> POINTS =
      List.of(
          Made.point("A", "a1", 10, 20, 22, 2),
          Made.point("A", "a1", 10, 24, 22, 2),
          Made.point("A", "a2", 10, 40, 37, 2),
          Made.point("A", "a2", 12, 44, 39, 2),
          Made.point("B", "b1", 8, 62, 60, 4),
          Made.point("B", "b2", 10, 50, 60, 4));

  private final TargetScore score = TargetScore.of(POINTS);

  @Test
  void pooledScoresAreThoseOfAllMeasurements() {
    assertThat(score.points()).isEqualTo(6);
    // Errors -2, 2, 3, 5, 2, -10: squares 146; mean 40, squares about it 400+256+0+16+484+100.
    assertThat(score.r2()).isCloseTo(1 - 146.0 / 1256, within(1e-12));
    assertThat(score.mae()).isCloseTo(24.0 / 6, within(1e-12));
    // No figure is below the mean figure at rest, 10.
    assertThat(score.mapePercent())
        .isCloseTo(100.0 / 6 * (.1 + 2 / 24.0 + 3 / 40.0 + 5 / 44.0 + 2 / 62.0 + .2), within(1e-9));
  }

  @Test
  void groupsAreScoredForThemselves() {
    // A: mean 32, squares 144+64+64+144 = 416, errors 42; B: mean 56, squares 72, errors 104.
    double a = 1 - 42.0 / 416;
    double b = 1 - 104.0 / 72;
    assertThat(score.r2Worst()).isCloseTo(b, within(1e-12));
    assertThat(score.worstGroup()).isEqualTo("B");
    assertThat(score.r2Median()).isCloseTo((a + b) / 2, within(1e-12));
  }

  @Test
  void theIncreaseIsWhatIsLeftOverRest() {
    // Increases 10, 14, 30, 32, 54, 40: mean 30, squares 400+256+0+4+576+100.
    assertThat(score.r2Increase()).isCloseTo(1 - 146.0 / 1336, within(1e-12));
  }

  @Test
  void mediansAreTakenOverRepeats() {
    // Measured 22, 42, 62, 50, forecast 22, 38, 60, 60; mean 44, squares 484+4+324+36.
    assertThat(score.r2OfMedians()).isCloseTo(1 - (16 + 4 + 100) / 848.0, within(1e-12));
  }

  @Test
  void boundsAreCountedAndMeasured() {
    // Within: both of a1, neither of a2 (3 > 2, 5 > 2), b1, not b2.
    assertThat(score.coverage()).isCloseTo(3.0 / 6, within(1e-12));
    assertThat(score.coverageWorst()).isCloseTo(.5, within(1e-12));
    assertThat(score.width()).isCloseTo((4 * 4 + 2 * 8) / 6.0, within(1e-12));
  }

  @Test
  void repeatsThatDifferLimitWhatAnyForecastReaches() {
    // Increases of a1: 10, 14 (squares 8); of a2: 30, 32 (squares 2); two degrees of freedom.
    assertThat(score.noise()).isCloseTo(Math.sqrt(5), within(1e-12));
    assertThat(score.ceiling()).isCloseTo(1 - 5 / (1256 / 6.0), within(1e-12));
  }

  @Test
  void withoutRepeatsThereIsNoNoiseToTell() {
    TargetScore single =
        TargetScore.of(List.of(Made.point("A", "a", 1, 2, 2, 1), Made.point("A", "b", 1, 5, 4, 1)));
    assertThat(single.noise()).isNaN();
    assertThat(single.ceiling()).isNaN();
  }

  @Test
  void onePointHasAnErrorButNoR2() {
    TargetScore one = TargetScore.of(List.of(Made.point("A", "a", 1, 2, 4, 1)));
    assertThat(one.mae()).isEqualTo(2);
    assertThat(one.r2()).isNaN();
    assertThat(one.r2Worst()).isNaN();
    assertThat(one.coverage()).isZero();
  }
}
