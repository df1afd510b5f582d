package io.github.edgewatt.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "1.234, 2, 1.2",
    "3, 3, 3.00",
    "123.6, 2, 124",
    "0.01234, 2, 0.012",
    "94, 3, 94.0",
    "-1.25, 2, -1.3",
    "0, 3, 0",
    "1e-12, 3, 0.000000000",
    "12345678, 2, 12345678",
    "NaN, 2, –",
    "Infinity, 2, –",
  })
  void showsSignificantDigits(double value, int digits, String expected) {
    assertThat(Numbers.significant(value, digits)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1.9234, 0.1123, 3, 1.92 ± 0.11",
    "1234.5, 56.7, 3, 1235 ± 57",
    "0.0045, 0.00012, 3, 0.00450 ± 0.00012",
    "2, 0, 3, 2.00 ± 0",
    "2.3456, NaN, 1, 2.35",
    "NaN, NaN, 0, –",
  })
  void showsTheNoiseToTwoDigits(double mean, double halfWidth, int count, String expected) {
    assertThat(Numbers.withInterval(new MeanInterval(mean, halfWidth, count))).isEqualTo(expected);
  }

  @Test
  void countsInWords() {
    assertThat(List.of(Numbers.count(1, "row"), Numbers.count(0, "row")))
        .containsExactly("1 row", "0 rows");
  }
}
