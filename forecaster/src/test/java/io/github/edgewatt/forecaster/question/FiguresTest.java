package io.github.edgewatt.forecaster.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "132, 29, 0",
    "3.41, 0.11, 2",
    "0.84, 0.27, 2",
    "5, 1.2, 1",
    "12.3, 0, 1",
    "0, 0, 0",
    "9, 1e-12, 4"
  })
  void showsTwoDigitsOfTheWidth(double value, double width, int decimals) {
    assertThat(Figures.decimals(value, width)).isEqualTo(decimals);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 %",
    "0.0001, < 0.1 %",
    "0.021, 2.1 %",
    "0.9999, > 99.9 %",
    "1, 100.0 %",
    "NaN, –"
  })
  void neverClaimsCertaintyByRounding(double probability, String text) {
    assertThat(Figures.percent(probability)).isEqualTo(text);
  }

  @Test
  void staysShortForHugeFigures() {
    assertThat(Figures.plain(1e300)).isEqualTo("1.0E300");
    assertThat(Figures.fixed(1e300, 2)).isEqualTo("1.000e+300");
    assertThat(Figures.three(1e300)).isEqualTo("1.000e+300");
    assertThat(Figures.plain(Double.NaN)).isEqualTo("–");
    assertThat(Figures.fixed(Double.POSITIVE_INFINITY, 2)).isEqualTo("–");
    assertThat(Figures.plain(50.0)).isEqualTo("50");
    assertThat(Figures.risk(0.05)).isEqualTo("5 %");
    assertThat(Figures.risk(0.001)).isEqualTo("0.1 %");
  }
}
