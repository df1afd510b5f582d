package io.github.edgewatt.scaling.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesiredTest {
  @ParameterizedTest
  @CsvSource({
    // sum of percents, known, missing, pending, target: wanted
    "160, 2, 0, 0, 80, 2",
    "240, 2, 0, 0, 80, 3",
    "174, 2, 0, 0, 80, 2", // 1.0875: within the tolerance
    "180, 2, 0, 0, 80, 3",
    "320, 2, 0, 2, 80, 4", // those on their way are counted with nothing: 1.0
    "640, 4, 0, 2, 80, 8",
    "200, 2, 1, 0, 80, 3", // up, but 200 / 3 is less than 80: turned
    "60, 2, 0, 0, 80, 1",
    "60, 2, 1, 0, 80, 2", // the one not known counts 100: 160 / 3 / 80
    "80, 2, 2, 0, 80, 4", // down, but 280 / 4 is 0.875: ceil(3.5)
    "120, 2, 2, 0, 80, 4", // down, but 320 / 4 is 1
    "0, 0, 3, 0, 80, 3", // nothing is known
    "0, 2, 0, 0, 80, 0"
  })
  void byCpu(double sum, int known, int missing, int pending, double target, int wanted) {
    assertThat(Desired.byCpu(sum, known, missing, pending, target, 0.1).replicas())
        .isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "200, 2, 0, 4",
    "105, 2, 0, 2",
    "150, 3, 0, 5",
    "200, 2, 3, 5",
    "50, 4, 0, 2",
    "51, 4, 0, 3",
    "NaN, 4, 1, 5"
  })
  void byTime(double millis, int running, int pending, int wanted) {
    assertThat(Desired.byTime(millis, running, pending, 100, 0.1).replicas()).isEqualTo(wanted);
  }

  @Test
  void half() {
    assertThat(Desired.half(5, 0).replicas()).isEqualTo(3);
    assertThat(Desired.half(1, 0).replicas()).isEqualTo(1);
    assertThat(Desired.half(0, 0).replicas()).isZero();
  }
}
