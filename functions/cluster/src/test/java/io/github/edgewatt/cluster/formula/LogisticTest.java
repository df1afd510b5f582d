package io.github.edgewatt.cluster.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticTest {
  private static final Logistic USUAL = new Logistic(250, 1, 0.2, 35);

  @ParameterizedTest
  @CsvSource({
    "0, 0.005",
    "10, 0.011",
    "20, 0.051",
    "30, 0.272",
    "35, 0.502",
    "40, 0.732",
    "50, 0.953",
    "70, 0.999"
  })
  void hasThePublishedShares(double millis, double share) {
    assertThat(USUAL.share(millis)).isCloseTo(share, within(6e-4));
  }

  @Test
  void isHalfwayAtTheMidpoint() {
    assertThat(USUAL.at(35)).isEqualTo((250 + 1) / 2.0);
    assertThat(Logistic.around(250, 1, 0.2, 70, 0.5)).isEqualTo(USUAL);
    assertThat(Logistic.around(250, 1, 0.2, 35, 0)).isEqualTo(USUAL);
  }

  @Test
  void staysBetweenItsAsymptotes() {
    assertThat(USUAL.at(-1e9)).isEqualTo(1);
    assertThat(USUAL.at(1e9)).isEqualTo(250);
    assertThat(USUAL.at(Double.NaN)).isNaN();
    assertThat(USUAL.share(Double.NaN)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void neverFallsAsLatencyGrows(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      double least = random.nextDouble() * 200;
      assertThat(USUAL.at(least + random.nextDouble() * 50))
          .isGreaterThanOrEqualTo(USUAL.at(least));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1, 1", "NaN, 1, 1, 1", "1, Infinity, 1, 1", "1, 1, NaN, 1", "1, 1, 1, NaN"})
  void refusesWhatIsNoParameter(double a, double b, double c, double d) {
    assertThatThrownBy(() -> new Logistic(a, b, c, d))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the logistic function's a");
  }
}
