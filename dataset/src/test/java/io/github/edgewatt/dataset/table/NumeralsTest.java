package io.github.edgewatt.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NumeralsTest {
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d+)?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");

  @Test
  void agreesWithThePatternsOnAnyText() {
    Random random = new Random(7);
    String letters = "0123456789+-.eEx ,\u0663";
    int decimals = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        // Mostly digits, so that many texts are numbers.
        int from = random.nextInt(3) == 0 ? letters.length() : 10;
        text.append(letters.charAt(random.nextInt(from)));
      }
      String cell = text.toString();
      assertThat(Numerals.isDecimal(cell)).as(cell).isEqualTo(DECIMAL.matcher(cell).matches());
      assertThat(Numerals.isWhole(cell)).as(cell).isEqualTo(WHOLE.matcher(cell).matches());
      decimals += Numerals.isDecimal(cell) ? 1 : 0;
    }
    assertThat(decimals).isBetween(20_000, 180_000);
  }

  @Test
  void boundsWholeNumbers() {
    assertThat(Numerals.isWhole("999999999999999999")).isTrue();
    assertThat(Numerals.isWhole("1000000000000000000")).isFalse();
    assertThat(Numerals.isWhole("")).isFalse();
  }
}
