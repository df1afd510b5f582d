package io.github.edgewatt.profiler.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterSeriesTest {

  private static CounterSeries of(double... nanosAndValues) {
    CounterSeries series = new CounterSeries(100);
    for (int i = 0; i < nanosAndValues.length; i += 2) {
      series.append((long) nanosAndValues[i], nanosAndValues[i + 1]);
    }
    return series;
  }

  @Test
  void interpolatesAtBothEnds() {
    CounterSeries series = of(0, 10, 100, 20, 200, 60, 300, 60);
    assertThat(series.delta(50, 150)).isEqualTo(new WindowFigure(5 + 20, 3, 100, ""));
    assertThat(series.delta(0, 300)).isEqualTo(new WindowFigure(50, 4, 100, ""));
    assertThat(series.delta(120, 130)).isEqualTo(new WindowFigure(4, 2, 100, ""));
  }

  @Test
  void takesADropForAResetToZero() {
    CounterSeries series = of(0, 50, 100, 60, 200, 8, 300, 10);
    assertThat(series.delta(0, 300).value()).isEqualTo(10 + 8 + 2);
    assertThat(series.delta(150, 200).value()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void isExactForALinearCounterHoweverItIsSampled(long seed) {
    Random random = new Random(seed);
    double slope = random.nextDouble() * 1e-6;
    CounterSeries series = new CounterSeries(1000);
    long at = random.nextLong() >> 8;
    long start = at;
    for (int i = 0; i < 500; i++) {
      series.append(at, 17 + slope * (at - start));
      at += 1 + random.nextInt(400_000_000);
    }
    long span = at - start - 400_000_000;
    for (int i = 0; i < 50; i++) {
      long from = start + (long) (random.nextDouble() * span / 2);
      long to = from + 1 + (long) (random.nextDouble() * span / 2 * 0.99);
      double expected = slope * (to - from);
      assertThat(series.delta(from, to).value())
          .isCloseTo(expected, within(1e-9 + expected * 1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void windowsThatTouchAddUpResetsIncluded(long seed) {
    Random random = new Random(seed);
    CounterSeries series = new CounterSeries(400);
    double value = 0;
    for (int i = 0; i < 400; i++) {
      value = random.nextInt(20) == 0 ? random.nextDouble() : value + random.nextDouble() * 3;
      series.append(i * 1000L, value);
    }
    for (int i = 0; i < 50; i++) {
      long from = random.nextInt(100_000);
      long middle = from + 1 + random.nextInt(100_000);
      long to = middle + 1 + random.nextInt(100_000);
      double parts = series.delta(from, middle).value() + series.delta(middle, to).value();
      assertThat(parts).isCloseTo(series.delta(from, to).value(), within(1e-9));
    }
  }

  @Test
  void saysWhyItCannotAnswer() {
    assertThat(of().delta(0, 1).problem()).isEqualTo("no samples");
    assertThat(of(0, 1).delta(0, 1).problem()).isEqualTo("one sample only");
    assertThat(of(10, 1, 20, 2).delta(5, 15).problem()).isEqualTo("no sample before the window");
    assertThat(of(10, 1, 20, 2).delta(15, 25).problem()).isEqualTo("no sample after the window");
    assertThat(of(10, 1, 20, 2).delta(15, 25).value()).isNaN();
    assertThatThrownBy(() -> of().delta(5, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CounterSeries(1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void passesOverWhatIsAbsentOrNotLater() {
    CounterSeries series = of(0, 0, 100, Double.NaN, 100, 10, 100, 99, 50, 99, 200, 20);
    assertThat(series.delta(0, 200)).isEqualTo(new WindowFigure(20, 3, 100, ""));
    assertThat(series.reaches(200)).isTrue();
    assertThat(series.reaches(201)).isFalse();
    assertThat(of().reaches(0)).isFalse();
  }

  @Test
  void forgetsTheOldest() {
    CounterSeries series = new CounterSeries(3);
    for (int i = 0; i < 10; i++) {
      series.append(i * 10L, i);
    }
    assertThat(series.delta(70, 90).value()).isEqualTo(2);
    assertThat(series.delta(69, 90).problem()).isEqualTo("no sample before the window");
  }
}
