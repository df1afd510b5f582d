package io.github.edgewatt.forecaster.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.dataset.Configuration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LightModelTest {
  private static final List<Configuration> MIXES = Cases.randomMixes(300, 11);

  @Test
  void withoutAnyMixThePhysicsOfTheProfilesStands() {
    LightModel model = Cases.model(MIXES, List.of());
    MixFeatures features = Cases.features();
    for (Configuration mix : MIXES) {
      Outlook.Expected expected = model.at(mix);
      double share = features.share(mix);
      assertThat(expected.cpuIncreasePercent()).isEqualTo(features.physicsPercent(mix));
      assertThat(expected.cpuHalfWidthPercent()).isPositive();
      assertThat(expected.overload() > 0.5).isEqualTo(share > 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"20, 14, 0.80", "80, 9, 0.90"})
  void mixesCorrectIt(int measured, double mostError, double leastRight) {
    List<Measured> known = MIXES.subList(0, measured).stream().map(Cases::measure).toList();
    LightModel model = Cases.model(MIXES, known);
    LightModel first = Cases.model(MIXES, List.of());
    List<Configuration> others = MIXES.subList(100, 300);
    assertThat(error(model, others)).isLessThan(mostError).isLessThan(error(first, others));
    double right =
        others.stream()
            .filter(it -> model.at(it).overload() > 0.5 == Cases.measure(it).overloaded())
            .count();
    assertThat(right / others.size()).isGreaterThan(leastRight);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void oneOutcomeAloneLeavesProbabilitiesBetweenZeroAndOne(double share) {
    List<Measured> known =
        MIXES.subList(0, 50).stream().map(it -> new Measured(it, Double.NaN, share)).toList();
    LightModel model = Cases.model(MIXES, known);
    for (Configuration mix : MIXES) {
      assertThat(model.at(mix).overload()).isGreaterThan(0).isLessThan(1);
      assertThat(model.at(mix).cpuIncreasePercent()).isFinite().isNotNegative();
    }
  }

  @Test
  void functionsNeverMeasuredAloneCountAsFree() {
    Configuration known = new Configuration(List.of("a", "c"), List.of(50, 50));
    Configuration more = new Configuration(List.of("a", "c", "new"), List.of(50, 50, 200));
    LightModel model = Cases.model(MIXES, List.of());
    assertThat(model.at(more).cpuIncreasePercent())
        .isCloseTo(model.at(known).cpuIncreasePercent(), within(1e-9));
  }

  @Test
  void oneReferenceAndConstantColumnsAreEnough() {
    Configuration only = new Configuration(List.of("a", "b"), List.of(10, 10));
    LightModel model = Cases.model(List.of(only), List.of(Cases.measure(only)));
    assertThat(model.at(only).cpuIncreasePercent()).isFinite();
  }

  private static double error(LightModel model, List<Configuration> mixes) {
    return mixes.stream()
        .mapToDouble(
            it ->
                Math.abs(
                    model.at(it).cpuIncreasePercent() - Cases.measure(it).cpuIncreasePercent()))
        .average()
        .orElseThrow();
  }
}
