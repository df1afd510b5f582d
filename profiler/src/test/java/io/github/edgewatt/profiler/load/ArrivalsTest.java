package io.github.edgewatt.profiler.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalsTest {
  private static final long SECOND = 1_000_000_000L;

  private static long[] first(Arrivals arrivals, int count) {
    Arrivals.Cursor cursor = arrivals.cursor();
    return LongStream.generate(cursor::nextNanos).limit(count).toArray();
  }

  private static long countBefore(Arrivals arrivals, long nanos) {
    Arrivals.Cursor cursor = arrivals.cursor();
    long count = 0;
    while (cursor.nextNanos() < nanos) {
      count++;
    }
    return count;
  }

  static Stream<Arrivals> schedules() {
    SplittableRandom random = new SplittableRandom(42);
    return Stream.generate(
            () -> {
              double rate = Math.round(Math.pow(10, random.nextDouble(-2, 5)) * 1000) / 1000.0;
              return switch (random.nextInt(4)) {
                case 0 -> Arrivals.constant(rate);
                case 1 -> Arrivals.poisson(rate, random.nextLong());
                case 2 -> Arrivals.ramp(0, rate, Duration.ofSeconds(random.nextInt(1, 20)));
                default -> Arrivals.ramp(rate, 1, Duration.ofSeconds(random.nextInt(1, 20)));
              };
            })
        .limit(60);
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void dueTimesNeverDecreaseAndRepeat(Arrivals arrivals) {
    long[] times = first(arrivals, 20_000);
    assertThat(times[0]).isNotNegative();
    for (int i = 1; i < times.length; i++) {
      assertThat(times[i]).isGreaterThanOrEqualTo(times[i - 1]);
    }
    assertThat(first(arrivals, 20_000)).isEqualTo(times);
  }

  @Test
  void noneNeverComes() {
    assertThat(first(Arrivals.none(), 3)).containsOnly(Arrivals.NEVER);
  }

  @Nested
  class Constant {
    @ParameterizedTest
    @CsvSource({"1", "3", "50", "333.333", "0.5", "2000", "99999.999", "10000000"})
    void eachIsDueAtItsIndexOverTheRate(BigDecimal rate) {
      ConstantArrivals arrivals = ConstantArrivals.of(rate.doubleValue());
      for (long index : new long[] {0, 1, 2, 3, 999, 123_456_789, 1_234_567_890L}) {
        long exact =
            BigDecimal.valueOf(index)
                .multiply(BigDecimal.valueOf(SECOND))
                .divide(rate, 0, RoundingMode.DOWN)
                .longValueExact();
        assertThat(arrivals.dueNanos(index)).isEqualTo(exact);
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50, 500, 2000, 100_000})
    void thereAreExactlyRateTimesSeconds(int rate) {
      assertThat(countBefore(Arrivals.constant(rate), 20 * SECOND)).isEqualTo(20L * rate);
    }

    @Test
    void theSpacingIsEvenBelowAMillisecond() {
      long[] times = first(Arrivals.constant(30_000), 100_000);
      for (int i = 1; i < times.length; i++) {
        assertThat(times[i] - times[i - 1]).isBetween(33_333L, 33_334L);
      }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e8, 0.0001, 1.23456})
    void otherRatesAreRefused(double rate) {
      assertThatThrownBy(() -> Arrivals.constant(rate))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("rate " + rate + " ");
    }
  }

  @Nested
  class Poisson {
    /** Kolmogorov-Smirnov: D below 1.63 / sqrt(n) is not rejected at the 1 % level. */
    @ParameterizedTest
    @CsvSource({"0.1,1", "50,2", "500,3", "2000,4", "100000,5"})
    void gapsAreExponential(double rate, long seed) {
      int n = 20_000;
      long[] times = first(Arrivals.poisson(rate, seed), n);
      double[] gaps = new double[n];
      for (int i = 0; i < n; i++) {
        gaps[i] = (times[i] - (i == 0 ? 0 : times[i - 1])) / 1e9;
      }
      Arrays.sort(gaps);
      double worst = 0;
      for (int i = 0; i < n; i++) {
        double expected = 1 - Math.exp(-rate * gaps[i]);
        worst =
            Math.max(worst, Math.max(expected - i / (double) n, (i + 1) / (double) n - expected));
      }
      assertThat(worst).isLessThan(1.63 / Math.sqrt(n));
    }

    @Test
    void theMeanRateIsKept() {
      // the standard deviation of a Poisson count is its root: 4 of them
      assertThat(countBefore(Arrivals.poisson(1000, 7), 100 * SECOND))
          .isCloseTo(100_000, within(1_265L));
    }

    @Test
    void seedsDiffer() {
      assertThat(first(Arrivals.poisson(10, 1), 5)).isNotEqualTo(first(Arrivals.poisson(10, 2), 5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void otherRatesAreRefused(double rate) {
      assertThatThrownBy(() -> Arrivals.poisson(rate, 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class Ramp {
    @ParameterizedTest
    @CsvSource({"0,100,10", "100,0,10", "50,150,4", "150,50,4", "100,100,5", "0,2000,60"})
    void theCountUpToAnyTimeIsTheIntegralOfTheRate(double from, double to, int seconds) {
      Arrivals arrivals = Arrivals.ramp(from, to, Duration.ofSeconds(seconds));
      for (int part = 1; part <= 10; part++) {
        double t = seconds * part / 10.0;
        double integral = from * t + (to - from) * t * t / (2 * seconds);
        assertThat((double) countBefore(arrivals, (long) (t * 1e9)))
            .isCloseTo(integral, within(1.01));
      }
    }

    @Test
    void afterTheRampTheRateStays() {
      Arrivals arrivals = Arrivals.ramp(0, 100, Duration.ofSeconds(10));
      long before = countBefore(arrivals, 10 * SECOND);
      assertThat(countBefore(arrivals, 30 * SECOND) - before).isBetween(1999L, 2001L);
    }

    @Test
    void afterARampDownToZeroNothingComes() {
      long[] times = first(Arrivals.ramp(100, 0, Duration.ofSeconds(10)), 600);
      assertThat(times[500]).isLessThanOrEqualTo(10 * SECOND);
      assertThat(times[501]).isEqualTo(Arrivals.NEVER);
      assertThat(first(Arrivals.ramp(0, 0, Duration.ofSeconds(1)), 1)).containsOnly(Arrivals.NEVER);
    }

    @ParameterizedTest
    @CsvSource({"-1,1,1", "1,-1,1", "NaN,1,1", "1,1e9,1", "1,1,0"})
    void otherRampsAreRefused(double from, double to, int seconds) {
      assertThatThrownBy(() -> Arrivals.ramp(from, to, Duration.ofSeconds(seconds)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
