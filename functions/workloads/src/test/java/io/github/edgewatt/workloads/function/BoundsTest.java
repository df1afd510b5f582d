package io.github.edgewatt.workloads.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {
  @ParameterizedTest
  @CsvSource({"1,1", "7,7", "10,10", ",5"})
  void takesWhatLiesWithinAndTheDefaultForNothing(Integer given, int expected) {
    assertThat(Bounds.number("size", given, 5, 1, 10)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 11, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void refusesWhatLiesBeyond(int given) {
    Refused.because(
        "size must be from 1 to 10, not " + given, () -> Bounds.number("size", given, 5, 1, 10));
  }

  @Test
  void boundsTexts() {
    assertThat(Bounds.text("text", null, "default", 3)).isEqualTo("default");
    assertThat(Bounds.text("text", "abc", "default", 3)).isEqualTo("abc");
    Refused.because("at most 3 characters, not 4", () -> Bounds.text("text", "abcd", "", 3));
  }

  @Test
  void choosesTheFirstByDefault() {
    assertThat(Bounds.oneOf("level", null, List.of("a", "b"))).isEqualTo("a");
    assertThat(Bounds.oneOf("level", "b", List.of("a", "b"))).isEqualTo("b");
    Refused.because("one of a, b", () -> Bounds.oneOf("level", "c", List.of("a", "b")));
  }

  @Test
  void parsesNumbersWithWhiteSpaceAround() {
    assertThat(Bounds.parse("size", " 12\n")).isEqualTo(12);
    Refused.because("size must be a whole number", () -> Bounds.parse("size", "1.5"));
  }
}
