package io.github.edgewatt.profiler.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.profiler.energy.EnergyVerification.PowerWindow;
import io.github.edgewatt.profiler.energy.EnergyVerification.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyVerificationTest {

  private static PowerWindow window(double watts, double a, double b, double other) {
    return new PowerWindow(20, 20 * watts, Map.of("a", a, "b", b), other, Map.of("a", 20 * 12.0));
  }

  @Test
  void aloneWithADistantGeneratorTheAttributionIsTheWholeIncrease() {
    Result result =
        EnergyVerification.verify(
            "a",
            List.of(window(10, 0, 0, 0)),
            List.of(window(10, 0, 0, 0)),
            List.of(window(18, 4, 0, 0)));
    assertThat(result.marginalWatts()).isCloseTo(8, within(1e-9));
    assertThat(result.attributedWatts()).isCloseTo(8, within(1e-9));
    assertThat(result.attributionError()).isCloseTo(0, within(1e-9));
    assertThat(result.marginalHalfWidthWatts()).isNaN();
    assertThat(result.meterError()).isCloseTo(0.5, within(1e-9));
    assertThat(result.significant()).isFalse();
  }

  @Test
  void functionsThatTakeDifferentPowerForTheSameCpuShowTheError() {
    // a really takes 2 W a core, b 6 W; by CPU both are given 4 W.
    Result result =
        EnergyVerification.verify(
            "a",
            List.of(window(10, 0, 0, 0)),
            List.of(window(16, 0, 20, 0)),
            List.of(window(18, 20, 20, 0)));
    assertThat(result.marginalWatts()).isCloseTo(2, within(1e-9));
    assertThat(result.attributedWatts()).isCloseTo(4, within(1e-9));
    assertThat(result.attributionError()).isCloseTo(1, within(1e-9));
    assertThat(result.line()).startsWith("a adds 2.00 W").contains("attributed 4.00 W (+100.0 %)");
  }

  @Test
  void theGeneratorsPartCountsOnBothSides() {
    // 4 W a core for everything; calling a costs the generator half a core more.
    Result result =
        EnergyVerification.verify(
            "a",
            List.of(window(10, 0, 0, 0)),
            List.of(window(10 + 4 * 1.25, 0, 20, 5)),
            List.of(window(10 + 4 * 2.75, 20, 20, 15)));
    assertThat(result.marginalWatts()).isCloseTo(6, within(1e-9));
    assertThat(result.attributedWatts()).isCloseTo(6, within(1e-9));
  }

  /** With energy linear in CPU the rule is right, and the interval covers the noise put in. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void isWithoutErrorWhereEnergyIsLinearInCpu(long seed) {
    Random random = new Random(seed);
    double idle = 5 + 20 * random.nextDouble();
    double perCore = 1 + 9 * random.nextDouble();
    double a = 1 + 10 * random.nextDouble();
    double b = 1 + 10 * random.nextDouble();
    List<PowerWindow> nothing = new ArrayList<>();
    List<PowerWindow> without = new ArrayList<>();
    List<PowerWindow> with = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      double noise = 0.01 * random.nextGaussian();
      nothing.add(window(idle + noise, 0, 0, 0));
      without.add(window(idle + perCore * b / 20 + noise, 0, b, 0));
      with.add(window(idle + perCore * (a + b) / 20 - noise, a, b, 0));
    }
    Result result = EnergyVerification.verify("a", nothing, without, with);
    assertThat(result.marginalWatts()).isCloseTo(perCore * a / 20, within(0.1));
    assertThat(result.attributedWatts()).isCloseTo(perCore * a / 20, within(0.1));
    assertThat(result.marginalHalfWidthWatts()).isBetween(1e-6, 0.2);
    assertThat(result.significant()).isTrue();
  }

  @Test
  void absenceStaysAbsence() {
    List<PowerWindow> some = List.of(window(10, 0, 0, 0));
    Result result =
        EnergyVerification.verify("a", some, some, List.of(window(Double.NaN, 4, 0, 0)));
    assertThat(result.attributionError()).isNaN();
    assertThat(result.line()).isEqualTo("a: no energy in one of the windows");
    assertThatThrownBy(() -> EnergyVerification.verify("a", some, List.of(), some))
        .hasMessageContaining("without");
    assertThatThrownBy(() -> new PowerWindow(0, 1, Map.of(), 0, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
