package io.github.edgewatt.profiler.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeRateTest {

  /** v valid, o overloaded, l overload-only, i invalid; before each letter its rate. */
  @ParameterizedTest
  @CsvSource({
    "10v 30v 50v, > 50/s",
    "10v 30v 50o, 30/s",
    "50l 30v 10v, 30/s",
    "10v 30o 50v, 10/s",
    "10v 30v 30o, 10/s",
    "10o 30v, < 10/s",
    "10v 30i 50i, > 10/s",
    "10i, –",
    "0v, –",
  })
  void liesBelowTheFirstOverload(String points, String expected) {
    assertThat(SafeRate.of(parse(points)).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"'', –"})
  void isAbsentWithoutPoints(String points, String expected) {
    assertThat(SafeRate.of(parse(points)).text()).isEqualTo(expected);
  }

  private static List<SoloPoint> parse(String text) {
    List<SoloPoint> points = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      if (!word.isEmpty()) {
        int rate = Integer.parseInt(word.substring(0, word.length() - 1));
        State state =
            switch (word.charAt(word.length() - 1)) {
              case 'v' -> State.VALID;
              case 'o' -> State.OVERLOADED;
              case 'l' -> State.OVERLOAD_ONLY;
              default -> State.INVALID;
            };
        points.add(Points.at(rate, state));
      }
    }
    return points;
  }
}
