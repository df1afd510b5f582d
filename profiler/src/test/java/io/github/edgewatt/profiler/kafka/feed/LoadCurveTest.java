package io.github.edgewatt.profiler.kafka.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published curve's check values. */
class LoadCurveTest {
  @Test
  void aDayInHalfHours() {
    double[] day = LoadCurve.dayNight(48, 1);
    double[] first = {.03, .0447, .0594, .0740, .0887, .1034};
    for (int k = 0; k < first.length; k++) {
      assertThat(day[k]).as("slice %d", k).isCloseTo(first[k], within(5e-5));
    }
    assertThat(day[47]).isEqualTo(.03);
  }

  @ParameterizedTest
  @CsvSource({"48, 1, .5105, .95", "200, 6, .5014, .9656", "800, 6, .5032, .9696"})
  void meanAndPeak(int slices, int cycles, double mean, double most) {
    double[] curve = LoadCurve.dayNight(slices, cycles);
    assertThat(curve).hasSize(slices);
    assertThat(Arrays.stream(curve).average().orElseThrow()).isCloseTo(mean, within(6e-5));
    assertThat(Arrays.stream(curve).max().orElseThrow()).isCloseTo(most, within(6e-5));
  }

  @Test
  void anHourASliceIsTheTableItself() {
    double[] hours = LoadCurve.dayNight(24, 1);
    assertThat(hours[8]).isEqualTo(.85);
    assertThat(hours[17]).isEqualTo(.97);
    assertThat(Arrays.stream(hours).average().orElseThrow()).isCloseTo(.5005, within(5e-5));
    assertThat(LoadCurve.dayNight(48, 2)).startsWith(hours).endsWith(hours);
  }

  @Test
  void aRampEndsAtAll() {
    double[] ramp = LoadCurve.linear(24);
    assertThat(ramp[0]).isCloseTo(1 / 24.0, within(1e-12));
    assertThat(ramp[11]).isCloseTo(.5, within(1e-12));
    assertThat(ramp[23]).isEqualTo(1);
    assertThat(LoadCurve.linear(100)).isSorted().contains(1.0);
  }

  @Test
  void oneSliceBeginsTheDay() {
    assertThat(LoadCurve.dayNight(1, 5)).containsExactly(.03);
  }
}
