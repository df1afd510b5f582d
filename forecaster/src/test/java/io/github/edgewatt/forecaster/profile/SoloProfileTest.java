package io.github.edgewatt.forecaster.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.NodeRow;
import io.github.edgewatt.dataset.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoloProfileTest {
  private static final Verdict INVALID = new Verdict(Verdict.Kind.INVALID, List.of("pause"));

  @Test
  void averagesRepeatsOverIdleAndIgnoresWhatIsSpoilt() {
    SoloProfile profile =
        SoloProfile.of(
            "f",
            List.of(
                row("f", 50, 30, false, Verdict.valid()),
                row("f", 50, 34, false, Verdict.valid()),
                row("f", 50, 400, false, INVALID),
                row("g", 50, 99, false, Verdict.valid())));
    assertThat(profile.nodeCpu().at(50)).isCloseTo(27, within(1e-9));
    assertThat(profile.highestSafeRate()).isEqualTo(50);
    assertThat(profile.kneeShare(50)).isZero();
  }

  @Test
  void theKneeLiesBetweenTheHighestSafeAndTheLowestOverloadedRate() {
    SoloProfile profile =
        SoloProfile.of(
            "f",
            List.of(
                row("f", 50, 180, true, Verdict.valid()),
                row("f", 40, 150, false, Verdict.valid()),
                row("f", 60, 100, false, Verdict.valid())));
    assertThat(profile.highestSafeRate()).isEqualTo(40);
    assertThat(profile.lowestOverloadedRate()).hasValue(50);
    assertThat(profile.kneeShare(90)).isEqualTo(2);
  }

  @Test
  void mostRepeatsDecideWhetherARateOverloads() {
    SoloProfile profile =
        SoloProfile.of(
            "f",
            List.of(
                row("f", 50, 161, true, Verdict.valid()),
                row("f", 50, 159, false, Verdict.valid()),
                row("f", 50, 158, false, Verdict.valid())));
    assertThat(profile.lowestOverloadedRate()).isEmpty();
  }

  @Test
  void aMixCostsTheSumOverIdle() {
    List<MeasurementRow> rows =
        List.of(
            row("f", 50, 55, false, Verdict.valid()),
            row("g", 50, 105, false, Verdict.valid()),
            row("g", 100, 190, true, Verdict.valid()));
    MixForecast forecast = new MixForecast(SoloProfile.all(List.of("f", "g"), rows), 5, 160);
    Configuration mix = new Configuration(List.of("f", "g"), List.of(50, 25));
    assertThat(forecast.cpuIncreasePercent(mix)).isEqualTo(50 + 50);
    assertThat(forecast.demandShare(mix)).isEqualTo(105.0 / 160);
    Configuration knee = new Configuration(List.of("f", "g"), List.of(0, 75));
    assertThat(forecast.demandShare(knee)).isEqualTo(1);
  }

  private static MeasurementRow row(
      String function, int rate, double cpu, boolean overloaded, Verdict verdict) {
    double nan = Double.NaN;
    return new MeasurementRow(
        "m",
        MeasurementRow.Kind.SOLO,
        1,
        Instant.EPOCH,
        List.of(new FunctionRow(function, rate, 1, cpu, nan, nan, 1, overloaded, nan, null)),
        new NodeRow(5, cpu, nan, nan, nan, nan, nan, nan, 0, overloaded, null),
        verdict);
  }
}
