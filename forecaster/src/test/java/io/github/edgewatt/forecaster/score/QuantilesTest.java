package io.github.edgewatt.forecaster.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {
  @ParameterizedTest
  @CsvSource({"0, 1", "0.25, 1", "0.26, 2", "0.5, 2", "0.75, 3", "1, 4"})
  void takesTheSmallestValueWithEnoughWeightBelow(double share, double expected) {
    assertThat(Quantiles.of(new double[] {3, 1, 4, 2}, new double[] {1, 1, 1, 1}, share))
        .isEqualTo(expected);
  }

  @Test
  void weightsCount() {
    double[] values = {10, 20, 30};
    assertThat(Quantiles.of(values, new double[] {1, 1, 8}, 0.5)).isEqualTo(30);
    assertThat(Quantiles.of(values, new double[] {8, 1, 1}, 0.5)).isEqualTo(10);
  }

  @Test
  void nothingHasNoQuantile() {
    assertThat(Quantiles.of(new double[0], new double[0], 0.5)).isNaN();
  }
}
