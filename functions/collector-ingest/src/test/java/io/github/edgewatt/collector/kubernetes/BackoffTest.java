package io.github.edgewatt.collector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  @ParameterizedTest
  @CsvSource({"1, 500", "2, 1000", "3, 2000", "5, 8000", "6, 10000", "1000000, 10000"})
  void doublesUpToTheInterval(int failures, long millis) {
    Backoff whole = new Backoff(INTERVAL, () -> 0);
    Backoff shortest = new Backoff(INTERVAL, () -> 1);
    assertThat(whole.afterNanos(failures)).isEqualTo(millis * 1_000_000);
    assertThat(shortest.afterNanos(failures)).isEqualTo(millis * 800_000);
    assertThat(whole.regularNanos()).isEqualTo(INTERVAL.toNanos());
    assertThat(shortest.regularNanos()).isEqualTo(INTERVAL.toNanos() / 10 * 8);
  }
}
