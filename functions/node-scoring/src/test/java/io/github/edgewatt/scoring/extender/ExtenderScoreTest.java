package io.github.edgewatt.scoring.extender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtenderScoreTest {
  @ParameterizedTest
  @CsvSource({
    "100 63 50 25 0, 10 6 5 2 0",
    "100 99.9 96, 10 9 9",
    "87 84 80, 9 8 8",
    "80 79.99, 8 7",
    "50 50 50, 5 5 5",
    "0 0, 0 0",
    "20 20, 2 2",
    "NaN 100 NaN, 5 10 5",
    "NaN, 5",
    "120 -3, 10 0",
    "49.99999999 99.99999999, 5 10"
  })
  void takesTheWholeRangeAndLetsTheBestStandAlone(String scores, String steps) {
    int[] wanted = Arrays.stream(steps.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    assertThat(ExtenderScore.of(numbers(scores))).containsExactly(wanted);
  }

  @Test
  void noScoresAreNone() {
    assertThat(ExtenderScore.of(new double[0])).isEmpty();
  }

  @Test
  void orderIsNeverTurnedAndTheBestIsAlwaysAhead() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      double[] scores = random.doubles(2 + random.nextInt(20), 0, 100).toArray();
      int[] steps = ExtenderScore.of(scores);
      int best =
          IntStream.range(0, scores.length)
              .reduce((a, b) -> scores[a] >= scores[b] ? a : b)
              .getAsInt();
      for (int i = 0; i < scores.length; i++) {
        assertThat(steps[i]).isBetween(0, 10);
        if (scores[best] - scores[i] > 1e-5) {
          assertThat(steps[i]).isLessThan(steps[best]);
        }
        for (int j = 0; j < i; j++) {
          assertThat((scores[i] - scores[j]) * (steps[i] - steps[j])).isGreaterThanOrEqualTo(0);
        }
      }
    }
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
