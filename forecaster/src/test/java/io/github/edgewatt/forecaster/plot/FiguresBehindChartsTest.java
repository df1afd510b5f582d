package io.github.edgewatt.forecaster.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresBehindChartsTest {
  @ParameterizedTest
  @CsvSource({"0, 1", "0.5, 3", "0.25, 2", "0.1, 1.4", "1, 5"})
  void quantilesAreLinearBetweenNeighbours(double q, double expected) {
    assertThat(Quantiles.of(new double[] {1, 2, 3, 4, 5}, q)).isEqualTo(expected, within(1e-12));
  }

  @Test
  void theRunningBandFollowsTheSpread() {
    Random random = new Random(1);
    double[] x = random.doubles(20_000, 0, 10).toArray();
    double[] y = Arrays.stream(x).map(v -> v * (random.nextDouble() * 2 - 1)).toArray();
    RunningBand band = RunningBand.of(Points.of(x, y));
    assertThat(band.median().getItemCount()).isEqualTo(20);
    for (int i = 0; i < 20; i++) {
      double at = band.median().getX(i).doubleValue();
      assertThat(at).isEqualTo(0.25 + i * 0.5, within(0.15));
      assertThat(band.median().getY(i).doubleValue()).isEqualTo(0, within(0.12 * at + 0.01));
      assertThat(band.low().getY(i).doubleValue()).isEqualTo(-0.9 * at, within(0.15 * at + 0.1));
      assertThat(band.high().getY(i).doubleValue()).isEqualTo(0.9 * at, within(0.15 * at + 0.1));
    }
  }

  @Test
  void coverageIsTheShareWithinTheBounds() {
    double inf = Double.POSITIVE_INFINITY;
    double[] observed = {1, 1, 1, 1, Double.NaN, 1};
    double[] predicted = {1, 2, 3, 4, 5, 6};
    double[] low = {1, 0, -inf, 2, 0, Double.NaN};
    double[] high = {2, 1, inf, 3, 9, 9};
    String[] band = {"b", "b", null, "a", "a", "a"};
    Predicted target = new Predicted("t", "W", observed, predicted, low, high, band);
    assertThat(CoverageBand.all(target)).isEqualTo(new CoverageBand("all", 4, 3, 2.5));
    assertThat(CoverageBand.bands(target))
        .isEqualTo(
            List.of(
                new CoverageBand("b", 2, 2, 1.5),
                new CoverageBand("", 1, 1, 3),
                new CoverageBand("a", 1, 0, 4)));
  }

  @Test
  void fifthsHoldAllConfigurations() {
    Predicted target = Samples.withoutBands(Samples.predicted("t", "W", 1003));
    List<CoverageBand> bands = CoverageBand.bands(target);
    assertThat(bands).hasSize(5).allMatch(band -> Math.abs(band.count() - 1003 / 5) <= 1);
    assertThat(bands.stream().mapToInt(CoverageBand::count).sum()).isEqualTo(1003);
    assertThat(bands)
        .isSortedAccordingTo((a, b) -> Double.compare(a.meanPredicted(), b.meanPredicted()));
    assertThat(CoverageBand.all(target).share()).isEqualTo(0.9, within(0.03));
    assertThat(CoverageBand.bands(Samples.constant(7, 100))).hasSize(1);
    assertThat(CoverageBand.bands(Samples.constant(7, 10))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "123.456, 123",
    "-0.001234, -0.00123",
    "1234567, 1230000",
    "1.5, 1.5",
    "1e-9, 1.0E-9",
    "3e12, 3.0E+12"
  })
  void numbersAreRoundedToThreeDigits(double value, String text) {
    assertThat(Words.rounded(value)).isEqualTo(text);
  }

  @Test
  void namesAreGoodForFilesAndEachOnce() {
    Names names = new Names();
    assertThat(names.of("curve", "Eat Memory/√", "CPU")).isEqualTo("curve-eat-memory-cpu");
    assertThat(names.of("curve", "eat_memory", "cpu")).isEqualTo("curve-eat-memory-cpu-2");
    assertThat(names.of("map", "../../..")).isEqualTo("map");
    assertThat(names.of("x", "y".repeat(300))).hasSize(60);
  }
}
