package io.github.edgewatt.scoring.score.fpga;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingTest {
  /** Against the definition, for figures that lie close, far apart, and on each other. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void ranksAreThoseOfTheDefinition(long seed) {
    Random random = new Random(seed);
    double[] values = new double[1 + random.nextInt(300)];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (random.nextInt(5)) {
            case 0 -> random.nextInt(4);
            case 1 -> random.nextDouble();
            case 2 -> 1e15 * random.nextDouble();
            case 3 -> Double.MIN_VALUE * random.nextInt(3);
            default -> 300_000 + random.nextInt(3);
          };
    }
    Standing standing = new Standing(values, false);
    for (double value : values) {
      long before = Arrays.stream(values).filter(other -> other < value).count();
      assertThat(standing.of(value)).isEqualTo((values.length - before) / (double) values.length);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, 7, Double.MAX_VALUE})
  void equalNodesAreAllFirst(double value) {
    assertThat(new Standing(new double[] {value}, false).of(value)).isEqualTo(1);
    assertThat(new Standing(new double[] {value, value, value}, false).of(value)).isEqualTo(1);
  }

  @Test
  void theWholeRangeOfNumbersIsRanked() {
    double[] values = {Double.MAX_VALUE, 0, Double.MIN_VALUE};
    Standing standing = new Standing(values, false);
    assertThat(Arrays.stream(values).map(standing::of)).containsExactly(1 / 3.0, 1.0, 2 / 3.0);
  }

  @Test
  void sizesCountWhereAskedFor() {
    Standing standing = new Standing(new double[] {0, 50, 200}, true);
    assertThat(standing.of(0)).isEqualTo(1);
    assertThat(standing.of(50)).isEqualTo(0.75);
    assertThat(standing.of(200)).isZero();
  }
}
