package io.github.edgewatt.forecaster.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RatesTest {
  @Test
  void keepsTheOrderInWhichFunctionsWereNamed() {
    Rates rates = Rates.parse("figlet=50, env = 2.5,curl=0");
    assertThat(rates.byFunction())
        .containsExactly(entry("figlet", 50), entry("env", 2.5), entry("curl", 0));
    assertThat(rates.first()).contains("figlet");
    assertThat(rates.without("figlet")).hasToString("env=2.5,curl=0");
    assertThat(rates).hasToString("figlet=50,env=2.5,curl=0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void takesNothingForANodeAtRest(String text) {
    assertThat(Rates.parse(text).byFunction()).isEmpty();
    assertThat(Rates.parse(text).first()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-5",
        "-0.1",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e999",
        "ten",
        "",
        "1,5",
        "0x10",
        "5f"
      })
  void refusesWhatIsNoRate(String rate) {
    assertThatThrownBy(() -> Rates.parse("figlet=" + rate))
        .isInstanceOf(BadQuestionException.class)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "figlet=-5 | the rate of figlet is '-5': give requests per second, a number of 0 or more",
        "figlet=1e999 | the rate of figlet is '1e999': give requests per second, a number of 0 or more",
        "figlet=5,figlet=6 | figlet stands twice: give each function one rate",
        "figlet | 'figlet' is no rate: write FUNCTION=RATE, as in figlet=50,env=20",
        "=5 | '=5' is no rate: write FUNCTION=RATE, as in figlet=50,env=20",
        "figlet=5, | '' is no rate: write FUNCTION=RATE, as in figlet=50,env=20",
        "figlet=5;env=6 | the rate of figlet is '5;env=6': give requests per second, a number of 0 or more",
      })
  void saysWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> Rates.parse(text)).hasMessage(message);
  }

  @Test
  void acceptsZeroInAnyForm() {
    assertThat(Rates.parse("a=0,b=-0,c=0.0").byFunction()).containsValues(0.0).hasSize(3);
  }

  private static java.util.Map.Entry<String, Double> entry(String function, double rate) {
    return java.util.Map.entry(function, rate);
  }
}
