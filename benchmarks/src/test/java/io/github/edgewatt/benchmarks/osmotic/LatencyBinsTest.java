package io.github.edgewatt.benchmarks.osmotic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatencyBinsTest {
  @Test
  void findsQuantilesWithinABinsWidth() {
    LatencyBins bins = new LatencyBins();
    for (int i = 1; i <= 1000; i++) {
      bins.add(i, 0.5);
    }
    assertThat(bins.total()).isEqualTo(500);
    assertThat(bins.quantileMillis(0.5)).isCloseTo(500, within(4.0));
    assertThat(bins.quantileMillis(0.95)).isCloseTo(950, within(8.0));
    assertThat(bins.quantileMillis(1)).isCloseTo(1000, within(8.0));
  }

  @Test
  void keepsWhatLiesBeyondItsEnds() {
    LatencyBins bins = new LatencyBins();
    bins.add(0, 1);
    bins.add(1e12, 1);
    assertThat(bins.total()).isEqualTo(2);
    assertThat(bins.quantileMillis(0.5)).isLessThan(0.002);
    assertThat(bins.quantileMillis(1)).isGreaterThan(3_600_000);
  }

  @Test
  void hasNoQuantileOfNothing() {
    assertThat(new LatencyBins().quantileMillis(0.5)).isNaN();
  }

  @Test
  void tailsHaveTheExponentialsMeanAndProbabilities() {
    double mean = 0;
    double shares = 0;
    for (int point = 0; point < Tail.POINTS; point++) {
      mean += Tail.value(point) * Tail.share(point);
      shares += Tail.share(point);
    }
    assertThat(mean).isCloseTo(1, within(1e-12));
    assertThat(shares).isCloseTo(1, within(1e-12));
    // The mean of what lies above the 99th percentile: ln 100 + 1.
    assertThat(Tail.value(Tail.POINTS - 1)).isCloseTo(Math.log(100) + 1, within(1e-9));
  }
}
