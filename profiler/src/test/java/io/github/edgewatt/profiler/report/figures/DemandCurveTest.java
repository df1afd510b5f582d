package io.github.edgewatt.profiler.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemandCurveTest {
  private final DemandCurve curve =
      DemandCurve.of(
          List.of(
              Points.at(20, State.VALID, 9),
              Points.at(20, State.VALID, 11),
              Points.at(40, State.VALID, 30),
              Points.at(40, State.INVALID, 900),
              Points.at(60, State.OVERLOADED, 31)));

  @ParameterizedTest
  @CsvSource({"0, 0", "10, 5", "20, 10", "30, 20", "40, 30", "60, 45"})
  void joinsTheMeansFromTheOriginAndGoesOnAlongTheRay(int rate, double expected) {
    assertThat(curve.at(rate)).isEqualTo(expected, within(1e-9));
    assertThat(curve.isExtrapolated(rate)).isEqualTo(rate > 40);
  }

  @Test
  void isUnknownWithoutAValidPointButZeroAtZero() {
    DemandCurve none = DemandCurve.of(List.of(Points.at(20, State.INVALID)));
    assertThat(none.at(10)).isNaN();
    assertThat(none.at(0)).isZero();
    assertThat(none.isExtrapolated(10)).isTrue();
    assertThat(none.isExtrapolated(0)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void staysBetweenItsNeighbours(long seed) {
    Random random = new Random(seed);
    List<SoloPoint> points = new ArrayList<>();
    double cpu = 0;
    for (int rate = 7; rate < 200; rate += 1 + random.nextInt(30)) {
      cpu += random.nextDouble() * 20;
      points.add(Points.at(rate, State.VALID, cpu));
    }
    DemandCurve growing = DemandCurve.of(points);
    for (SoloPoint point : points) {
      assertThat(growing.at(point.rate())).isEqualTo(point.cpuPercent(), within(1e-9));
    }
    for (int rate = 0; rate < 250; rate++) {
      assertThat(growing.at(rate + 1)).isGreaterThanOrEqualTo(growing.at(rate) - 1e-9);
    }
  }
}
