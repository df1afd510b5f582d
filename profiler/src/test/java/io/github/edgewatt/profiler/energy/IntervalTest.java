package io.github.edgewatt.profiler.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  @ParameterizedTest
  @CsvSource({"2,12.706", "3,4.303", "5,2.776", "10,2.262", "31,2.042", "121,1.980"})
  void usesStudentsQuantiles(int count, double t) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = i % 2 == 0 ? 9 : 11;
    }
    Interval interval = Interval.of(values);
    double mean = interval.mean();
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double expected = t * Math.sqrt(squares / (count - 1) / count);
    assertThat(interval.halfWidth()).isCloseTo(expected, within(expected * 5e-4));
    assertThat(interval.count()).isEqualTo(count);
    assertThat(interval.relativeHalfWidth()).isEqualTo(interval.halfWidth() / mean);
  }

  @Test
  void oneValueHasNoWidthAndNoneNoMean() {
    assertThat(Interval.of(4)).isEqualTo(new Interval(4, Double.NaN, 1));
    assertThat(Interval.of()).isEqualTo(new Interval(Double.NaN, Double.NaN, 0));
    assertThat(Interval.of(Double.NaN, 4)).isEqualTo(new Interval(4, Double.NaN, 1));
    assertThat(Interval.of(4, 4)).isEqualTo(new Interval(4, 0, 2));
    assertThat(Interval.of(-1, 1).relativeHalfWidth()).isNaN();
  }

  @Test
  void holdsTheTruthInAboutNinetyFivePercentOfCases() {
    Random random = new Random(7);
    int held = 0;
    int rounds = 4000;
    for (int i = 0; i < rounds; i++) {
      double[] repeats = new double[3];
      for (int j = 0; j < repeats.length; j++) {
        repeats[j] = 5 + random.nextGaussian();
      }
      Interval interval = Interval.of(repeats);
      held += Math.abs(interval.mean() - 5) <= interval.halfWidth() ? 1 : 0;
    }
    assertThat((double) held / rounds).isCloseTo(0.95, within(0.015));
  }
}
