package io.github.edgewatt.profiler.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaugeSeriesTest {

  private static GaugeSeries of(double... nanosAndValues) {
    GaugeSeries series = new GaugeSeries(100);
    for (int i = 0; i < nanosAndValues.length; i += 2) {
      series.append((long) nanosAndValues[i], nanosAndValues[i + 1]);
    }
    return series;
  }

  @Test
  void weighsValuesByTheirTime() {
    GaugeSeries series = of(0, 10, 100, 10, 400, 40, 500, 40);
    assertThat(series.mean(0, 100).value()).isEqualTo(10);
    assertThat(series.mean(100, 400).value()).isEqualTo(25);
    assertThat(series.mean(50, 250).value()).isCloseTo((50 * 10 + 150 * 17.5) / 200, within(1e-12));
    assertThat(series.mean(0, 500)).isEqualTo(new WindowFigure(25, 4, 300, ""));
  }

  @Test
  void knowsTheHighestAndTheLast() {
    GaugeSeries series = of(0, 1, 100, 9, 200, 3, 300, 12);
    assertThat(series.max(10, 150).value()).isEqualTo(9);
    assertThat(series.max(110, 190).value()).isEqualTo(9);
    assertThat(series.max(210, 220).value()).isEqualTo(12);
    assertThat(series.last(150)).isEqualTo(9);
    assertThat(series.last(200)).isEqualTo(3);
    assertThat(series.last(-1)).isNaN();
  }

  @Test
  void saysWhyItCannotAnswer() {
    assertThat(of().mean(0, 1).problem()).isEqualTo("no samples");
    assertThat(of(0, 1, 10, 1).max(0, 11).problem()).isEqualTo("no sample after the window");
    assertThat(of(0, 1, 10, 1).mean(-1, 5).value()).isNaN();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theMeanLiesBetweenTheExtremesAndTouchingWindowsAverage(long seed) {
    Random random = new Random(seed);
    GaugeSeries series = new GaugeSeries(300);
    long at = 0;
    for (int i = 0; i < 300; i++) {
      series.append(at, random.nextDouble() * 100);
      at += 1 + random.nextInt(1000);
    }
    long end = at / 2;
    for (int i = 0; i < 40; i++) {
      long from = random.nextInt((int) end / 3);
      long middle = from + 1 + random.nextInt((int) end / 3);
      long to = middle + 1 + random.nextInt((int) end / 3);
      double mean = series.mean(from, to).value();
      double parts =
          (series.mean(from, middle).value() * (middle - from)
                  + series.mean(middle, to).value() * (to - middle))
              / (to - from);
      assertThat(mean).isBetween(0.0, series.max(from, to).value());
      assertThat(parts).isCloseTo(mean, within(1e-9));
    }
  }
}
