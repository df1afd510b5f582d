package io.github.edgewatt.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartPartsTest {

  @Nested
  class Scales {
    @ParameterizedTest
    @CsvSource({
      "50, 5, 10, 50",
      "70, 5, 20, 80",
      "3, 4, 1, 3",
      "0.07, 4, 0.02, 0.08",
      "999, 5, 200, 1000"
    })
    void haveRoundSteps(double max, int most, double step, double top) {
      assertThat(Scale.step(max, most)).isEqualTo(step, within(1e-9));
      assertThat(Scale.top(max, most)).isEqualTo(top, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "NaN", "Infinity"})
    void fallBackWhereThereIsNothingToShow(double max) {
      assertThat(Scale.top(max, 4)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"10;20;60, true", "10;61, false", "0;NaN;5, true", "NaN, false"})
    void areSharedByComparableValues(String largest, boolean shared) {
      List<Double> values = Arrays.stream(largest.split(";")).map(Double::valueOf).toList();
      assertThat(Scale.isShared(values)).isEqualTo(shared);
    }
  }

  @Nested
  class Text {
    @Test
    void isEscaped() {
      assertThat(Xml.escape("<a href='x'>&\"\u0000\n"))
          .isEqualTo("&lt;a href=&#39;x&#39;&gt;&amp;&quot; \n");
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1.5", "2, 2", "100, 100", "0.001, 0", "-0.001, 0", "3.14159, 3.14"})
    void coordinatesHaveNoNeedlessDigits(double value, String expected) {
      assertThat(Svg.coordinate(value)).isEqualTo(expected);
    }

    @Test
    void logarithmsAreLabelledWithTheirNumbers() {
      PowersOfTen format = new PowersOfTen();
      assertThat(format.format(-1.0)).isEqualTo("0.1");
      assertThat(format.format(3L)).isEqualTo("1000");
    }
  }

  @Nested
  class FontProblems {
    @Test
    void areToldNotThrown() {
      assertThat(Fonts.problem(() -> {})).isEmpty();
      assertThat(
              Fonts.problem(
                  () -> {
                    throw new UnsatisfiedLinkError("libfreetype.so.6");
                  }))
          .hasValueSatisfying(text -> assertThat(text).contains("Install fontconfig"));
    }
  }
}
