package io.github.edgewatt.profiler.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  @Test
  void runsOutOnceForAllSteps() {
    AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    Deadline deadline = new Deadline(Duration.ofSeconds(2), now::get);
    assertThat(deadline.leftMillis()).isEqualTo(2_000);
    now.addAndGet(1_500_000_000);
    assertThat(deadline.leftMillis()).isEqualTo(500);
    assertThat(deadline.isOver()).isFalse();
    now.addAndGet(600_000_000);
    assertThat(deadline.leftMillis()).isZero();
    assertThat(deadline.isOver()).isTrue();
  }
}
