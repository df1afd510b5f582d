package io.github.edgewatt.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeanIntervalTest {

  @Test
  void takesStudentsQuantileOfTheSample() {
    MeanInterval interval = MeanInterval.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
    assertThat(interval.mean()).isEqualTo(3, within(1e-12));
    assertThat(interval.halfWidth()).isEqualTo(2.7764451 * Math.sqrt(2.5 / 5), within(1e-6));
    assertThat(interval.count()).isEqualTo(5);
  }

  @Test
  void hasNoMeanWithoutValuesAndNoWidthWithOne() {
    MeanInterval none = MeanInterval.of(List.of(Double.NaN));
    assertThat(none.isPresent()).isFalse();
    assertThat(none.mean()).isNaN();
    MeanInterval one = MeanInterval.of(List.of(4.0, Double.NaN, Double.POSITIVE_INFINITY));
    assertThat(one.mean()).isEqualTo(4);
    assertThat(one.halfWidth()).isNaN();
    assertThat(one.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 12.706", "2, 4.303", "30, 2.042", "40, 2.021", "60, 2.000", "120, 1.980"})
  void knowsTheQuantile(int degreesOfFreedom, double expected) {
    assertThat(StudentT.quantile975(degreesOfFreedom)).isEqualTo(expected, within(0.001));
  }

  @Test
  void quantileFallsWithEveryDegreeOfFreedom() {
    for (int degrees = 1; degrees < 200; degrees++) {
      assertThat(StudentT.quantile975(degrees + 1)).isLessThan(StudentT.quantile975(degrees));
    }
  }

  @Test
  void holdsTheTruthInAboutNinetyFivePercentOfCases() {
    Random random = new Random(7);
    int held = 0;
    int rounds = 4000;
    for (int i = 0; i < rounds; i++) {
      List<Double> repeats = new ArrayList<>();
      for (int j = 0; j < 3; j++) {
        repeats.add(5 + random.nextGaussian());
      }
      MeanInterval interval = MeanInterval.of(repeats);
      held += Math.abs(interval.mean() - 5) <= interval.halfWidth() ? 1 : 0;
    }
    assertThat((double) held / rounds).isCloseTo(0.95, within(0.015));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void movesWithItsValuesAndWidensWithTheirScale(long seed) {
    Random random = new Random(seed);
    List<Double> values = new ArrayList<>();
    List<Double> moved = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(20); i++) {
      double value = random.nextGaussian();
      values.add(value);
      moved.add(10 + 3 * value);
    }
    MeanInterval interval = MeanInterval.of(values);
    MeanInterval other = MeanInterval.of(moved);
    assertThat(other.mean()).isEqualTo(10 + 3 * interval.mean(), within(1e-9));
    assertThat(other.halfWidth()).isEqualTo(3 * interval.halfWidth(), within(1e-9));
  }
}
