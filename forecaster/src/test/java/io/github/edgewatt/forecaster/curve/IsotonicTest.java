package io.github.edgewatt.forecaster.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.forecaster.curve.PowerCurve.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsotonicTest {
  @Test
  void poolsWhatFalls() {
    List<Point> points =
        List.of(
            new Point(.1, 1),
            new Point(.2, 5),
            new Point(.3, 3),
            new Point(.4, 1),
            new Point(.5, 6));
    assertThat(Isotonic.of(points))
        .containsExactly(new Point(.1, 1), new Point(.3, 3), new Point(.5, 6));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void neverFallsAndKeepsTheMean(long seed) {
    Random random = new Random(seed);
    List<Point> points = new ArrayList<>();
    int size = 1 + random.nextInt(100);
    for (int i = 1; i <= size; i++) {
      points.add(new Point(i / 100.0, 50 * random.nextDouble()));
    }
    List<Point> blocks = Isotonic.of(points);
    for (int i = 1; i < blocks.size(); i++) {
      assertThat(blocks.get(i).watts()).isGreaterThan(blocks.get(i - 1).watts());
      assertThat(blocks.get(i).cpuShare()).isGreaterThan(blocks.get(i - 1).cpuShare());
    }
    // What a block's points lose, others gain: each block stands for the points it pooled.
    double lowest = points.stream().mapToDouble(Point::watts).min().orElseThrow();
    double highest = points.stream().mapToDouble(Point::watts).max().orElseThrow();
    assertThat(blocks).allMatch(block -> block.watts() >= lowest && block.watts() <= highest);
    List<Point> already = Isotonic.of(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      assertThat(already.get(i).watts()).isCloseTo(blocks.get(i).watts(), within(1e-12));
    }
  }
}
