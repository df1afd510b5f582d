package io.github.edgewatt.forecaster.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MarginalCostsTest {
  private static final double NAN = Double.NaN;
  private static final Offset<Double> CLOSE = within(1e-12);

  @Test
  void countsTheRatesServedWellAlone() {
    MarginalCosts costs =
        MarginalCosts.of(
            new SoloSamples(
                "f",
                List.of(
                    row(20, 1, 10, 50e6, 2000, 0, 10e6),
                    row(20, 1, 14, 54e6, 2400, 0, 14e6),
                    row(40, 1, 30, 60e6, 4400, 0, 24e6),
                    // Slow: 2 s or more.
                    row(60, 1, 200, 400e6, 90_000, 0, 2e9),
                    row(80, .4, 210, 500e6, 95_000, 1, 9e9))));
    assertThat(costs.cpuMillisPerRequest()).isCloseTo(10 * (12 + 30) / 60.0, within(1e-12));
    assertThat(costs.joulesPerRequest()).isCloseTo((2200 + 4400) / 60.0 * 1e-6, within(1e-15));
    assertThat(costs.memoryFloorBytes()).isEqualTo(52e6);
    assertThat(costs.memorySlopeBytes()).isCloseTo((60e6 - 52e6) / 20, within(1e-6));
    assertThat(costs.baseLatencyMillis()).isCloseTo(12, within(1e-9));
    assertThat(costs.latencyGrowth()).isCloseTo(2, within(1e-12));
    assertThat(costs.firstOverloadedRate()).isEqualTo(80);
  }

  @Test
  void theLowestRateServesWhereNoneIsServedWell() {
    MarginalCosts costs =
        MarginalCosts.of(
            new SoloSamples(
                "f",
                List.of(row(40, .5, 80, 1e6, NAN, 1, 9e9), row(20, .8, 50, 2e6, NAN, 1, 5e9))));
    assertThat(costs.cpuMillisPerRequest()).isEqualTo(25);
    assertThat(costs.joulesPerRequest()).isNaN();
    assertThat(costs.memorySlopeBytes()).isNaN();
    assertThat(costs.latencyGrowth()).isNaN();
    assertThat(costs.firstOverloadedRate()).isEqualTo(20);
  }

  @Test
  void mostRepeatsDecideOverTheKneeAndNoneIsNaN() {
    MarginalCosts costs =
        MarginalCosts.of(
            new SoloSamples(
                "f",
                List.of(
                    row(20, 1, 5, 1e6, NAN, 1, 1e6),
                    row(20, 1, 5, 1e6, NAN, 0, 1e6),
                    row(20, 1, 5, 1e6, NAN, 0, 1e6))));
    assertThat(costs.firstOverloadedRate()).isNaN();
    assertThat(MarginalFeature.KNEE.of(costs)).isEqualTo(Math.log10(MarginalFeature.HIGHEST_KNEE));
  }

  @Test
  void featuresAreLogarithmsWithFloors() {
    MarginalCosts costs = new MarginalCosts(10, 1e-4, 1e7, 90_000, 100, 10, 100);
    assertThat(features(costs)).containsExactly(new double[] {1, -4, 7, 1, 2, 1, 2}, CLOSE);
    MarginalCosts nothing = new MarginalCosts(0, 0, 0, -5, 0, 0, 1e6);
    assertThat(features(nothing)).containsExactly(new double[] {-3, -9, 5, 0, -2, -1, 3}, CLOSE);
    for (MarginalFeature feature : MarginalFeature.values()) {
      assertThat(MarginalFeature.named(feature.text())).isEqualTo(feature);
    }
  }

  private static double[] features(MarginalCosts costs) {
    return Arrays.stream(MarginalFeature.values()).mapToDouble(f -> f.of(costs)).toArray();
  }

  private static Sample row(
      int rate, double success, double cpu, double ram, double power, int over, double latency) {
    return new Sample(rate, success, cpu, ram, power, over, latency);
  }
}
