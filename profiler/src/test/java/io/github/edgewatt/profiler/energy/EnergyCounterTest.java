package io.github.edgewatt.profiler.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyCounterTest {
  private static final long SECOND = 1_000_000_000L;

  private static long[] everySecond(int count) {
    long[] nanos = new long[count];
    for (int i = 0; i < count; i++) {
      nanos[i] = i * SECOND;
    }
    return nanos;
  }

  private static EnergyCounter counter(double unit, double... values) {
    return EnergyCounter.of(
        everySecond(values.length), values, unit, 0, (values.length - 1) * SECOND);
  }

  @Test
  void keepsTheFirstOfEqualValuesBecauseTheRestAreStale() {
    EnergyCounter counter = counter(1, 10, 10, 10, 40, 40, 40, 70);
    assertThat(counter.nanos()).containsExactly(0, 3 * SECOND, 6 * SECOND);
    assertThat(counter.joules()).containsExactly(0, 30, 60);
    assertThat(counter.falls()).isZero();
    assertThat(counter.filledShare()).isZero();
  }

  @Test
  void countsInJoules() {
    assertThat(counter(1e-6, 1e6, 3e6).joules()).containsExactly(0, 2);
  }

  @Test
  void aSumOfCountersOfWhichOneWrappedIsNotTakenForAResetToZero() {
    // Two packages at 50 W together; one of them falls from its range of 262 144 J to nothing.
    EnergyCounter counter = counter(1, 300_000, 300_050, 300_100, 38_006, 38_056);
    assertThat(counter.joules()).containsExactly(0, 50, 100, 150, 200);
    assertThat(counter.falls()).isOne();
    assertThat(counter.filledShare()).isEqualTo(0.25);
  }

  @Test
  void aLeapThatNoMachineCanTakeIsVoidToo() {
    EnergyCounter counter = counter(1, 300_000, 300_050, 50_100, 300_150, 300_200);
    assertThat(counter.joules()[4]).isCloseTo(200, within(1e-9));
    assertThat(counter.falls()).isEqualTo(2);
  }

  @Test
  void zeroAndNothingAreNoReadings() {
    EnergyCounter counter = counter(1, 100, 0, Double.NaN, 250, Double.POSITIVE_INFINITY, 350);
    assertThat(counter.nanos()).containsExactly(0, 3 * SECOND, 5 * SECOND);
    assertThat(counter.joules()).containsExactly(0, 150, 250);
  }

  @Test
  void tellsWhatStandsStill() {
    assertThat(counter(1, 7, 7, 7).unmoved()).isTrue();
    assertThat(counter(1, 7, 7, 7).zero()).isFalse();
    assertThat(counter(1, 0, 0, 0).zero()).isTrue();
    assertThat(counter(1, 7).unmoved()).isFalse();
    assertThat(counter(1, 7, 8).unmoved()).isFalse();
    assertThat(counter(1).nanos()).isEmpty();
    assertThat(counter(1, 9, 3).filledShare()).isNaN();
  }

  @Test
  void whatHappensOutsideTheWindowFillsNothing() {
    double[] values = {500, 9, 59, 109, 159, 3};
    EnergyCounter counter = EnergyCounter.of(everySecond(6), values, 1, SECOND, 4 * SECOND);
    assertThat(counter.falls()).isZero();
    assertThat(counter.joules()[4] - counter.joules()[1]).isEqualTo(150);
  }

  /** Any power, any refresh of the exporter's, a wrap somewhere: within what a wrap can hide. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsTheEnergyOfASteadyLoadThroughWraps(long seed) {
    Random random = new Random(seed);
    double watts = 5 + random.nextDouble() * 400;
    double range = watts * (15 + random.nextInt(30));
    double start = random.nextDouble() * range;
    int refresh = 1 + random.nextInt(4);
    int count = 61;
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      double shown = i - i % refresh;
      values[i] = (start + watts * shown) % range;
    }
    EnergyCounter counter = EnergyCounter.of(everySecond(count), values, 1, 0, 60 * SECOND);
    double[] joules = counter.joules();
    double seconds = counter.nanos()[joules.length - 1] / 1e9;
    assertThat(counter.falls()).isPositive();
    assertThat(joules[joules.length - 1]).isCloseTo(watts * seconds, within(1e-6 * watts));
    for (int i = 1; i < joules.length; i++) {
      assertThat(joules[i]).isGreaterThan(joules[i - 1]);
    }
  }
}
