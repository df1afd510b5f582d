package io.github.edgewatt.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The judge must be right before anybody is judged. */
class ArrivalReportTest {
  @Test
  void anEvenGridHasNoLagWhereverItBegins() {
    ArrivalReport report =
        ArrivalReport.of(LongStream.range(0, 5000).map(i -> 777 + i * 2_000_000).toArray(), 500);
    assertThat(report.count()).isEqualTo(5000);
    assertThat(report.perSecond()).isCloseTo(500, within(1e-9));
    assertThat(report.lagMaxMicros()).isCloseTo(0, within(1e-6));
    assertThat(report.driftPpm()).isCloseTo(0, within(1e-6));
  }

  @Test
  void lateRequestsShowAndTheMostPunctualSetTheGrid() {
    // every tenth is 300 us late, all are 50 us late
    long[] times =
        LongStream.range(0, 1000)
            .map(i -> i * 2_000_000 + 50_000 + (i % 10 == 9 ? 300_000 : 0))
            .toArray();
    ArrivalReport report = ArrivalReport.of(times, 500);
    assertThat(report.lagP50Micros()).isCloseTo(0, within(1e-6));
    assertThat(report.lagP99Micros()).isCloseTo(300, within(1e-6));
    assertThat(report.lagMaxMicros()).isCloseTo(300, within(1e-6));
  }

  @Test
  void aScheduleThatFallsBehindDrifts() {
    // 1 us more each 2 ms: 500 us a second
    long[] times = LongStream.range(0, 5000).map(i -> i * 2_001_000).toArray();
    ArrivalReport report = ArrivalReport.of(times, 500);
    assertThat(report.driftPpm()).isCloseTo(500, within(0.01));
    assertThat(report.lagMaxMicros()).isCloseTo(4999, within(0.01));
  }

  @Test
  void nothingArrived() {
    assertThat(ArrivalReport.of(new long[0], 500).lagP99Micros()).isNaN();
  }
}
