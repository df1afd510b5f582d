package io.github.edgewatt.profiler.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PartialSeriesTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long GAP = 10 * SECOND;
  private static final long[] NANOS = {0, 5 * SECOND, 10 * SECOND, 15 * SECOND};

  @Test
  void aGaugeIsIntegratedOverTheWindowsPartOfIt() {
    double[] watts = {0, 10, 10, 20};
    assertThat(PartialSeries.integral(NANOS, watts, 0, 15 * SECOND, GAP))
        .isCloseTo(25 + 50 + 75, within(1e-9));
    assertThat(PartialSeries.integral(NANOS, watts, 12 * SECOND, 13 * SECOND, GAP))
        .isCloseTo(15, within(1e-9));
    assertThat(PartialSeries.integral(NANOS, watts, 14 * SECOND, 90 * SECOND, GAP))
        .isCloseTo(19, within(1e-9));
    assertThat(PartialSeries.integral(NANOS, watts, 20 * SECOND, 30 * SECOND, GAP)).isZero();
  }

  @Test
  void windowsThatTouchAddUp() {
    double[] watts = {3, 14, 1, 59};
    double whole = PartialSeries.integral(NANOS, watts, SECOND, 14 * SECOND, GAP);
    double parts =
        PartialSeries.integral(NANOS, watts, SECOND, 7 * SECOND, GAP)
            + PartialSeries.integral(NANOS, watts, 7 * SECOND, 14 * SECOND, GAP);
    assertThat(parts).isCloseTo(whole, within(1e-9));
  }

  @Test
  void aCounterThatStartsAgainStartedFromZero() {
    double[] joules = {100, 110, 5, 15};
    assertThat(PartialSeries.increase(NANOS, joules, 0, 15 * SECOND, GAP)).isEqualTo(25);
    assertThat(PartialSeries.increase(NANOS, joules, 0, 12 * SECOND, GAP))
        .isCloseTo(10 + 5 + 4, within(1e-9));
  }

  @Test
  void twoLivesAreNotJoinedAndHolesAreLeftOut() {
    assertThat(PartialSeries.increase(NANOS, new double[] {0, 1, 2, 3}, 0, 15 * SECOND, SECOND))
        .isZero();
    double[] watts = {4, Double.NaN, 4, 4};
    assertThat(PartialSeries.integral(NANOS, watts, 0, 15 * SECOND, GAP)).isEqualTo(20);
    assertThat(PartialSeries.integral(new long[] {0}, new double[] {4}, 0, SECOND, GAP)).isZero();
  }
}
