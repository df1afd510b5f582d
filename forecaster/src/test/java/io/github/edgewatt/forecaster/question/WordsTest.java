package io.github.edgewatt.forecaster.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "4200000000, 4.2e9",
    "4.2GB, 4.2e9",
    "4.2 gb, 4.2e9",
    "512MB, 512e6",
    "1KiB, 1024",
    "2GiB, 2147483648",
    "0, 0",
    ".5TB, 5e11",
    "7B, 7"
  })
  void readsSizes(String text, double bytes) {
    assertThat(Words.bytes(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GB", "-1GB", "4.2 parsecs", "NaN", "1e999", "4,2GB"})
  void refusesWhatIsNoSize(String text) {
    assertThatThrownBy(() -> Words.bytes(text))
        .isInstanceOf(BadQuestionException.class)
        .hasMessageContaining("is not a size");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "-0.1", "5", "NaN", "5%", "", "1.0"})
  void refusesWhatIsNoRisk(String text) {
    assertThatThrownBy(() -> Words.risk(text))
        .hasMessage("'" + text + "' is not a risk between 0 and 1 (5 % is 0.05)");
  }

  @Test
  void readsRisksAndLimits() {
    assertThat(Words.risk(".05")).isEqualTo(0.05);
    assertThat(Words.risk("0.999")).isEqualTo(0.999);
    assertThat(Words.limit("300")).isEqualTo(300);
    assertThatThrownBy(() -> Words.limit("0")).hasMessageContaining("above 0");
    assertThatThrownBy(() -> Words.limit("Infinity")).hasMessageContaining("above 0");
  }

  @Test
  void listsTwentyAtMost() {
    List<String> many = IntStream.range(100, 150).mapToObj(i -> "f" + i).toList();
    assertThat(Words.list(many)).startsWith("f100, f101").endsWith("f119 and 30 more");
    assertThat(Words.list(List.of("b", "a"))).isEqualTo("a, b");
    assertThat(Words.list(List.of())).isEqualTo("none");
  }

  @Test
  void showsLongAndOddTextShort() {
    assertThat(Words.shown("a\nb")).isEqualTo("a?b");
    assertThat(Words.shown("x".repeat(1000))).hasSize(41);
  }
}
