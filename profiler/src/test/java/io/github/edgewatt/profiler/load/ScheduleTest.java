package io.github.edgewatt.profiler.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final long MS = 1_000_000;

  @Test
  void equalRatesAreSpreadOverTheirPeriod() {
    Arrivals rate = Arrivals.constant(100);
    Schedule schedule = new Schedule(List.of(rate, rate, rate, rate));
    for (int i = 0; i < 40; i++) {
      assertThat(schedule.dueNanos()).isEqualTo(i * 5L * MS / 2);
      assertThat(schedule.target()).isEqualTo(i % 4);
      schedule.advance();
    }
  }

  @Test
  void theShiftKeepsTheCountOfAWindow() {
    Schedule schedule =
        new Schedule(List.of(Arrivals.constant(50), Arrivals.constant(30), Arrivals.constant(7)));
    int[] counts = new int[3];
    while (schedule.dueNanos() < 20_000 * MS) {
      counts[schedule.target()]++;
      schedule.advance();
    }
    assertThat(counts).containsExactly(1000, 600, 140);
  }

  @Test
  void timesAreMergedInOrderAndOtherSchedulesAreNotShifted() {
    Arrivals poisson = Arrivals.poisson(300, 1);
    Schedule schedule = new Schedule(List.of(Arrivals.constant(100), poisson, Arrivals.none()));
    Arrivals.Cursor alone = poisson.cursor();
    long before = 0;
    int constants = 0;
    for (int i = 0; i < 4000; i++) {
      assertThat(schedule.dueNanos()).isGreaterThanOrEqualTo(before);
      before = schedule.dueNanos();
      if (schedule.target() == 1) {
        assertThat(before).isEqualTo(alone.nextNanos());
      } else {
        assertThat(before).isEqualTo(constants++ * 10L * MS);
      }
      schedule.advance();
    }
    assertThat(constants).isBetween(900, 1100);
  }

  @Test
  void nothingIsEverDueWithoutTargets() {
    assertThat(new Schedule(List.of()).dueNanos()).isEqualTo(Arrivals.NEVER);
    assertThat(new Schedule(List.of(Arrivals.none(), Arrivals.none())).dueNanos())
        .isEqualTo(Arrivals.NEVER);
  }
}
