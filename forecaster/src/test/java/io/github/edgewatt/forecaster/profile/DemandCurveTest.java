package io.github.edgewatt.forecaster.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandCurveTest {
  @Test
  void interpolatesThroughTheOriginAndTheMeasuredRates() {
    DemandCurve curve = DemandCurve.through(Map.of(20, 10.0, 40, 30.0));
    assertThat(curve.at(0)).isZero();
    assertThat(curve.at(10)).isEqualTo(5);
    assertThat(curve.at(20)).isEqualTo(10);
    assertThat(curve.at(30)).isEqualTo(20);
    assertThat(curve.at(40)).isEqualTo(30);
  }

  @Test
  void goesOnWithTheCostPerRequestOfTheHighestRate() {
    DemandCurve curve = DemandCurve.through(Map.of(20, 10.0, 40, 30.0));
    assertThat(curve.at(80)).isEqualTo(60);
  }

  @Test
  void leavesOutWhatWasNotMeasured() {
    DemandCurve curve = DemandCurve.through(Map.of(20, Double.NaN, 0, 3.0, 40, -1.0));
    assertThat(curve.at(20)).isZero();
    assertThat(curve.at(80)).isZero();
    assertThat(DemandCurve.through(Map.of()).isEmpty()).isTrue();
    assertThat(DemandCurve.through(Map.of()).at(10)).isNaN();
    assertThat(DemandCurve.through(Map.of()).at(0)).as("no load, no increase").isZero();
  }

  @Test
  void tellsWhatLiesBeyondTheMeasuredRates() {
    DemandCurve curve = DemandCurve.through(Map.of(20, 10.0, 40, 30.0));
    assertThat(curve.isExtrapolated(40)).isFalse();
    assertThat(curve.isExtrapolated(10)).isFalse();
    assertThat(curve.isExtrapolated(41)).isTrue();
    assertThat(DemandCurve.through(Map.of()).isExtrapolated(1)).isTrue();
    assertThat(DemandCurve.through(Map.of()).isExtrapolated(0)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void growsWithItsPoints(long seed) {
    Random random = new Random(seed);
    Map<Integer, Double> points = new HashMap<>();
    double cpu = 0;
    int last = 0;
    for (int rate = 7; rate < 200; rate += 1 + random.nextInt(30)) {
      cpu += random.nextDouble() * 20;
      points.put(rate, cpu);
      last = rate;
    }
    DemandCurve curve = DemandCurve.through(points);
    points.forEach((rate, value) -> assertThat(curve.at(rate)).isCloseTo(value, within(1e-9)));
    for (int rate = 0; rate < last; rate++) {
      assertThat(curve.at(rate + 1)).isGreaterThanOrEqualTo(curve.at(rate) - 1e-9);
    }
  }

  @Test
  void isExactForAnyLinearCost() {
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      double slope = 10 * random.nextDouble();
      Map<Integer, Double> points = new HashMap<>();
      for (int j = 0; j < 1 + random.nextInt(6); j++) {
        int rate = 1 + random.nextInt(200);
        points.put(rate, slope * rate);
      }
      double asked = 400 * random.nextDouble();
      assertThat(DemandCurve.through(points).at(asked)).isCloseTo(slope * asked, within(1e-6));
    }
  }
}
