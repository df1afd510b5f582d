package io.github.edgewatt.cluster.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentileTest {
  /** {@code numpy.percentile([15, 20, 35, 40, 50], percent)}. */
  @ParameterizedTest
  @CsvSource({
    "0, 15",
    "5, 16",
    "25, 20",
    "30, 23",
    "40, 29",
    "50, 35",
    "75, 40",
    "90, 46",
    "99, 49.6",
    "100, 50"
  })
  void takesWhatNumpyTakes(double percent, double value) {
    assertThat(Percentile.of(new double[] {40, 15, 50, 35, 20}, percent))
        .isCloseTo(value, within(1e-12));
  }

  @Test
  void takesOneValueForAllAndNoneForNone() {
    assertThat(Percentile.of(new double[] {7}, 90)).isEqualTo(7);
    assertThat(Percentile.of(new double[0], 90)).isNaN();
  }

  @Test
  void looksOnlyAtTheRangeAskedFor() {
    double[] sorted = {1, 2, 3, 4, 100};
    assertThat(Percentile.ofSorted(sorted, 1, 4, 50)).isEqualTo(3);
    assertThat(Percentile.ofSorted(sorted, 1, 4, 100)).isEqualTo(4);
    assertThat(Percentile.ofSorted(sorted, 2, 2, 50)).isNaN();
  }

  @Test
  void leavesTheValuesAsTheyAre() {
    double[] values = {3, 1, 2};
    Percentile.of(values, 50);
    assertThat(values).containsExactly(3, 1, 2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 100.1, Double.NaN})
  void refusesWhatIsNoPercentage(double percent) {
    assertThatThrownBy(() -> Percentile.of(new double[] {1}, percent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a percentile of " + percent + ": 0 to 100");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void risesWithThePercentageWithinTheValues(long seed) {
    double[] values = new Random(seed).doubles(1 + seed * 7).toArray();
    double before = Arrays.stream(values).min().orElseThrow();
    for (int percent = 0; percent <= 100; percent++) {
      double value = Percentile.of(values, percent);
      assertThat(value).isGreaterThanOrEqualTo(before);
      before = value;
    }
    assertThat(before).isEqualTo(Arrays.stream(values).max().orElseThrow());
  }
}
