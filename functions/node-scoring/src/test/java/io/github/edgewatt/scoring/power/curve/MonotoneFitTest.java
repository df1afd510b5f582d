package io.github.edgewatt.scoring.power.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.scoring.power.curve.MonotoneFit.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonotoneFitTest {
  @Test
  void poolsNeighboursThatFallAtTheirWeightedMean() {
    assertThat(
            MonotoneFit.of(
                List.of(
                    new Point(0, 10, 1),
                    new Point(1, 30, 1),
                    new Point(2, 24, 2),
                    new Point(3, 40, 1))))
        .containsExactly(new Point(0, 10, 1), new Point(5.0 / 3, 26, 3), new Point(3, 40, 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void risesStrictlyAndKeepsTheMean(long seed) {
    Random random = new Random(seed);
    List<Point> points = new ArrayList<>();
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < 100; i++) {
      Point point = new Point(i, i + 40 * random.nextGaussian(), 1 + random.nextInt(5));
      points.add(point);
      sum += point.y() * point.weight();
      weights += point.weight();
    }
    List<Point> fit = MonotoneFit.of(points);
    double kept = 0;
    for (int i = 0; i < fit.size(); i++) {
      kept += fit.get(i).y() * fit.get(i).weight();
      assertThat(i == 0 || fit.get(i).y() > fit.get(i - 1).y()).isTrue();
      assertThat(i == 0 || fit.get(i).x() > fit.get(i - 1).x()).isTrue();
    }
    assertThat(kept / weights).isCloseTo(sum / weights, within(1e-9));
    assertThat(fit).hasSizeBetween(2, 99);
  }

  @Test
  void aCurveGoesOnWithItsMeanSlope() {
    PowerCurve curve =
        PowerCurve.through(
            List.of(new Point(0.1, 60, 1), new Point(0.5, 100, 1), new Point(0.9, 108, 1)));
    assertThat(curve.watts(0.1)).isEqualTo(60);
    assertThat(curve.watts(0.3)).isCloseTo(80, within(1e-9));
    assertThat(curve.watts(0.5)).isEqualTo(100);
    assertThat(curve.watts(0.7)).isCloseTo(104, within(1e-9));
    assertThat(curve.watts(0.9)).isEqualTo(108);
    assertThat(curve.watts(1)).isCloseTo(114, within(1e-9));
    assertThat(curve.watts(0)).isCloseTo(54, within(1e-9));
    assertThat(curve.watts(-9)).isZero();
  }
}
