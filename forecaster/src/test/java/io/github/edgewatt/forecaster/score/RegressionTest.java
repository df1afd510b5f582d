package io.github.edgewatt.forecaster.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegressionTest {
  private static final double[] MEASURED = {1, 2, 3, 6};
  private static final double[] FORECAST = {2, 2, 2, 4};

  @Test
  void r2ComparesWithTheMean() {
    // Σ(y - f)² = 1 + 0 + 1 + 4 = 6; Σ(y - 3)² = 4 + 1 + 0 + 9 = 14.
    assertThat(Regression.r2(MEASURED, FORECAST)).isCloseTo(1 - 6.0 / 14, within(1e-12));
    assertThat(Regression.r2(MEASURED, MEASURED)).isEqualTo(1);
    assertThat(Regression.r2(MEASURED, new double[] {3, 3, 3, 3})).isZero();
  }

  @Test
  void r2OfWhatDoesNotVaryIsNotANumber() {
    assertThat(Regression.r2(new double[] {5, 5}, new double[] {4, 6})).isNaN();
    assertThat(Regression.r2(new double[0], new double[0])).isNaN();
  }

  @Test
  void errorsAreMeans() {
    assertThat(Regression.mae(MEASURED, FORECAST)).isEqualTo(1);
    assertThat(Regression.rmse(MEASURED, FORECAST)).isCloseTo(Math.sqrt(1.5), within(1e-12));
  }

  @Test
  void percentagesHaveALeastDenominator() {
    // 1/2 + 0 + 1/3 + 2/6 over 4.
    assertThat(Regression.mape(MEASURED, FORECAST, 2))
        .isCloseTo(100 * (0.5 + 1.0 / 3 + 1.0 / 3) / 4, within(1e-9));
  }

  @Test
  void coverageCountsTheBoundsThemselves() {
    assertThat(
            Regression.coverage(MEASURED, new double[] {1, 0, 3.1, 0}, new double[] {9, 2, 9, 5.9}))
        .isEqualTo(0.5);
  }
}
