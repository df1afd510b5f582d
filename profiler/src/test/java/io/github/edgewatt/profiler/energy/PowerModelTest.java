package io.github.edgewatt.profiler.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerModelTest {

  @ParameterizedTest
  @CsvSource({"0,12", "100,25.25", "400,65", "800,65", "NaN,NaN"})
  void isLinearBetweenIdleAndAllCores(double cpuPercent, double watts) {
    PowerModel model = PowerModel.parse("12W..65W");
    assertThat(model.watts(cpuPercent, 4)).isEqualTo(Double.valueOf(watts));
  }

  @Test
  void readsAndWritesItsForm() {
    assertThat(PowerModel.parse("12.5W..65W")).isEqualTo(new PowerModel(12.5, 65));
    assertThat(PowerModel.parse("12.5W..65W")).hasToString("12.5W..65W");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12..65",
        "12W-65W",
        "12W..",
        "-1W..5W",
        "0W..5W",
        "65W..12W",
        "5W..5W",
        "1W..999999W",
        "NaNW..5W",
        "12w..65w",
        " 12W..65W",
        "12W..65W\n"
      })
  void refusesNonsenseWithOneLine(String text) {
    assertThatThrownBy(() -> PowerModel.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("power model ");
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> new PowerModel(1, Double.NaN)).hasMessageContaining("NaNW");
    assertThatThrownBy(() -> new NoMeter(null)).isInstanceOf(NullPointerException.class);
  }
}
