package io.github.edgewatt.forecaster.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

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
