package io.github.edgewatt.profiler.measure.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OwnCpuSamplerTest {

  @Test
  void interpolatesBetweenItsReadings() {
    FakeTime time = new FakeTime();
    try (OwnCpuSampler sampler = new OwnCpuSampler(time::nanos, () -> 3 + 0.4 * time.seconds())) {
      for (int i = 0; i < 20; i++) {
        sampler.sample();
        time.sleep(Duration.ofMillis(200));
      }
      assertThat(sampler.seconds(FakeTime.at(0.5), FakeTime.at(3.3))).isCloseTo(1.12, within(1e-9));
      assertThat(sampler.seconds(FakeTime.at(0.5), FakeTime.at(9))).isNaN();
    }
    assertThat(OwnCpu.ELSEWHERE.seconds(1, 2)).isZero();
  }

  @Test
  void readsThisProcess() {
    long from = System.nanoTime();
    try (OwnCpuSampler sampler = OwnCpuSampler.start()) {
      long burnt = System.nanoTime() + Duration.ofMillis(300).toNanos();
      while (System.nanoTime() - burnt < 0) {
        Thread.onSpinWait();
      }
      long start = System.nanoTime();
      sampler.sample();
      assertThat(sampler.seconds(start - 200_000_000L, start)).isBetween(0.0, 100.0);
      assertThat(sampler.seconds(from - 1, start)).isNaN();
    }
  }
}
