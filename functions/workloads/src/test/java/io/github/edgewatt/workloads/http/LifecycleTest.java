package io.github.edgewatt.workloads.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);

  @Test
  void takesCallsForTheDrainDelayOnly() {
    Lifecycle lifecycle = new Lifecycle(now::get, Duration.ofSeconds(3), Duration.ZERO);
    assertThat(lifecycle.draining()).isFalse();
    assertThat(lifecycle.refusing()).isFalse();

    lifecycle.drain();
    assertThat(lifecycle.draining()).isTrue();
    assertThat(lifecycle.refusing()).isFalse();
    now.addAndGet(Duration.ofSeconds(3).toNanos() - 1);
    assertThat(lifecycle.refusing()).isFalse();
    now.addAndGet(1);
    assertThat(lifecycle.refusing()).isTrue();
  }

  @Test
  void refusesAtOnceWithoutADelay() {
    Lifecycle lifecycle = new Lifecycle(now::get, Duration.ZERO, Duration.ZERO);
    lifecycle.drain();

    assertThat(lifecycle.refusing()).isTrue();
  }
}
