package io.github.edgewatt.profiler.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemPaceClockTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 500_000})
  void parksUntilTheDeadlineAndNotMuchLonger(long spinNanos) {
    SystemPaceClock clock = new SystemPaceClock(spinNanos);
    long deadline = clock.nanoTime() + 2_000_000;
    while (clock.nanoTime() < deadline) {
      clock.parkUntil(deadline);
    }
    // generous: the machine may be busy with other tests
    assertThat(clock.nanoTime() - deadline).isLessThan(200_000_000);
  }

  @Test
  void anInterruptedThreadDoesNotPark() {
    Thread.currentThread().interrupt();
    long before = System.nanoTime();
    new SystemPaceClock(1_000_000).parkUntil(before + 5_000_000_000L);
    assertThat(System.nanoTime() - before).isLessThan(1_000_000_000);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void theTimerSlackIsGivenBack() {
    TimerSlack first = TimerSlack.shorten();
    TimerSlack second = TimerSlack.shorten();
    assertThat(second.effective()).isEqualTo(first.effective());
    second.restore();
    first.restore();
  }
}
