package io.github.edgewatt.forecaster.question;

import static io.github.edgewatt.forecaster.question.FakeForecaster.MID;
import static io.github.edgewatt.forecaster.question.FakeForecaster.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import io.github.edgewatt.forecaster.question.SafeRate.Bound;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FrontierTest {
  private static final OptionalDouble NO_MAX = OptionalDouble.empty();

  private static SafeRate search(
      ToDoubleFunction<Load> overload, String others, double risk, OptionalDouble max) {
    CheckedForecaster forecaster = new CheckedForecaster(new FakeForecaster(overload));
    return new Frontier(forecaster, MID, UNKNOWN, risk).of("figlet", Rates.parse(others), max);
  }

  private static ToDoubleFunction<Load> ofFiglet(DoubleUnaryOperator overload) {
    return load -> overload.applyAsDouble(load.rates().getOrDefault("figlet", 0.0));
  }

  @ParameterizedTest
  @CsvSource({"0.05, 30", "0.1, 80", "0.0301, 10.1", "0.0206, 0.6", "0.2, 180"})
  void findsWhereARisingProbabilityCrossesTheRisk(double risk, double rate) {
    SafeRate safe = search(FakeForecaster.rising()::overloadOf, "env=20", risk, NO_MAX);
    assertThat(safe.bound()).isEqualTo(Bound.RISK);
    assertThat(safe.rate()).isLessThanOrEqualTo(rate + 1e-6).isCloseTo(rate, within(1.01));
    assertThat(safe.at().overload()).isLessThanOrEqualTo(risk);
  }

  @Test
  void stopsBelowTheFirstSpikeOfAProbabilityThatFallsAgain() {
    SafeRate safe = search(ofFiglet(r -> r > 60 && r < 63 ? 0.5 : 0.01), "", 0.05, NO_MAX);
    assertThat(safe.bound()).isEqualTo(Bound.RISK);
    assertThat(safe.rate()).isBetween(59.0, 60.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neverPassesAnUnsafeStepOfAForest(long seed) {
    Random random = new Random(seed);
    double[] steps = new double[41];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = i * 0.002 + random.nextDouble() * 0.04;
    }
    DoubleUnaryOperator forest = rate -> steps[(int) Math.min(40, rate / 5)];
    SafeRate safe = search(ofFiglet(forest), "", 0.06, NO_MAX);
    assertThat(safe.bound()).isEqualTo(Bound.RISK);
    for (double rate = 0; rate <= safe.rate(); rate += 0.25) {
      assertThat(forest.applyAsDouble(rate)).isLessThanOrEqualTo(0.06);
    }
    double above = safe.rate() * 1.001 + 1.01;
    assertThat(forest.applyAsDouble(above)).isGreaterThan(0.06);
  }

  @Test
  void saysWhereOnlyTheMeasuredRangeEndsTheSearch() {
    SafeRate safe = search(load -> 0.001, "env=20", 0.05, NO_MAX);
    assertThat(safe.bound()).isEqualTo(Bound.MEASURED);
    assertThat(safe.rate()).isEqualTo(200);
    assertThat(safe.text()).isEqualTo("> 200/s at 5 % risk: beyond what was measured");
    assertThat(safe.question()).isEqualTo("highest safe figlet rate with env=20");
    assertThat(safe.at().warnings()).isEmpty();
  }

  @Test
  void looksBeyondTheMeasuredRangeOnlyWhenAskedAndSaysSo() {
    SafeRate safe =
        search(load -> FakeForecaster.sum(load) / 1e4, "", 0.05, OptionalDouble.of(1e6));
    assertThat(safe.bound()).isEqualTo(Bound.RISK);
    assertThat(safe.rate()).isCloseTo(500, within(1.0)).isLessThanOrEqualTo(500);
    assertThat(safe.text()).endsWith("/s at 5 % risk, extrapolated: measured up to 200/s");
    assertThat(safe.at().is(Warning.Kind.EXTRAPOLATED)).isTrue();
    SafeRate all = search(load -> 0, "", 0.05, OptionalDouble.of(1e6));
    assertThat(all.bound()).isEqualTo(Bound.MAX);
    assertThat(all.text())
        .isEqualTo("> 1000000/s at 5 % risk (--max), extrapolated: measured up to 200/s");
  }

  @Test
  void stopsAtALowerMaximum() {
    SafeRate safe = search(load -> 0, "", 0.05, OptionalDouble.of(150));
    assertThat(safe.text()).isEqualTo("> 150/s at 5 % risk (--max)");
    assertThat(search(load -> 0, "", 0.05, OptionalDouble.of(200)).bound())
        .isEqualTo(Bound.MEASURED);
  }

  @Test
  void saysWhereTheOthersAloneAreNotSafe() {
    SafeRate safe = search(FakeForecaster.rising()::overloadOf, "env=121", 0.05, NO_MAX);
    assertThat(safe.bound()).isEqualTo(Bound.NONE);
    assertThat(safe.rate()).isNaN();
    assertThat(safe.text())
        .isEqualTo("none at 5 % risk: env=121 alone has a 12.1 % chance of overload");
  }

  @Test
  void saysWhereTheModelKnowsOfNoOverload() {
    SafeRate safe = search(load -> Double.NaN, "", 0.05, NO_MAX);
    assertThat(safe.bound()).isEqualTo(Bound.UNKNOWN);
    assertThat(safe.text()).isEqualTo("unknown: this model knows of no overload");
  }

  @Test
  void findsNoRateWhereTheFirstRequestOverloads() {
    SafeRate safe = search(ofFiglet(r -> r > 0 ? 1 : 0), "env=1", 0.05, NO_MAX);
    assertThat(safe.bound()).isEqualTo(Bound.RISK);
    assertThat(safe.rate()).isZero();
  }

  @Test
  void refusesTheFunctionAmongTheOthersAndUnknownOnes() {
    assertThatThrownBy(() -> search(load -> 0, "figlet=5", 0.05, NO_MAX))
        .hasMessage("figlet is the function in question: leave it out of the others' rates");
    assertThatThrownBy(() -> search(load -> 0, "what=5", 0.05, NO_MAX))
        .hasMessageContaining("unknown function 'what'");
  }

  @Test
  void keepsTheGridRisingBoundedAndOnTheEnd() {
    for (double end : List.of(0.5, 150.0, 200.0, 201.0, 1e9)) {
      List<Double> grid = Frontier.grid(200, end);
      assertThat(grid).isSorted().doesNotHaveDuplicates().hasSizeLessThan(1200);
      assertThat(grid.get(grid.size() - 1)).isEqualTo(end);
    }
    assertThat(Frontier.grid(0, 100)).isSorted().endsWith(100.0);
  }
}
