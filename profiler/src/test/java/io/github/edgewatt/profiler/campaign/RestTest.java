package io.github.edgewatt.profiler.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.profiler.measure.WindowReading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final FakeClock clock = new FakeClock();
  private final FakeMeter meter = new FakeMeter();
  private final Rest rest = new Rest(meter, clock);

  private static WindowReading reading(double cpuPercent, double memoryBytes, double watts) {
    return new WindowReading(
        5,
        cpuPercent,
        0,
        memoryBytes,
        10,
        5 * watts,
        "measured",
        Map.of(),
        20,
        200,
        200,
        List.of(),
        "");
  }

  @Test
  void aQuietNodeRestsForFiveSeconds() throws Exception {
    Rest.Outcome outcome = rest.baseline(LIMIT);
    assertThat(outcome.timedOut()).isFalse();
    assertThat(outcome.seconds()).isEqualTo(5);
    assertThat(outcome.idle().nodeCpuPercent()).isEqualTo(FakeMeter.IDLE_CPU_PERCENT, within(1e-9));
    assertThat(outcome.idle().seconds()).isEqualTo(5);
  }

  @Test
  void aMeterThatReadsSeldomNeedsALongerRest() throws Exception {
    meter.interval = Duration.ofSeconds(5);
    assertThat(rest.baseline(LIMIT).seconds()).isEqualTo(20);
  }

  @Test
  void nothingBeforeTheLastLoadCountsAsRest() throws Exception {
    WindowReading baseline = rest.baseline(LIMIT).idle();
    clock.advance(Duration.ofSeconds(60));
    long quietSince = clock.nanoTime() - Duration.ofSeconds(2).toNanos();
    assertThat(rest.until(baseline, quietSince, LIMIT).seconds()).isEqualTo(3);
  }

  @Test
  void waitsUntilTheCpuIsBackAtTheBaseline() throws Exception {
    WindowReading baseline = rest.baseline(LIMIT).idle();
    long load = clock.nanoTime();
    // 100 requests/s are 20 % of a core: they go on for 7.5 s, unasked for.
    meter.busy("figlet", load, load + 7_500_000_000L, 100);
    Rest.Outcome outcome = rest.until(baseline, load, LIMIT);
    assertThat(outcome.timedOut()).isFalse();
    assertThat(outcome.seconds()).isBetween(9.0, 13.0);
  }

  @Test
  void itsLimitEndsARestAndSaysSo() throws Exception {
    WindowReading baseline = rest.baseline(LIMIT).idle();
    meter.busy("figlet", clock.nanoTime(), Long.MAX_VALUE, 100);
    Rest.Outcome outcome = rest.until(baseline, clock.nanoTime(), Duration.ofSeconds(12));
    assertThat(outcome.timedOut()).isTrue();
    assertThat(outcome.seconds()).isEqualTo(12);
    assertThat(outcome.idle().nodeCpuPercent()).isGreaterThan(20);
  }

  @Nested
  class Rules {
    @ParameterizedTest(name = "baseline {0} %, now {1} %: {2}")
    @CsvSource({
      "0, 2.9, true", // a baseline near zero: 3 % of a core of slack
      "0, 3.1, false",
      "10, 12.9, true",
      "10, 13.1, false",
      "100, 114.9, true", // 15 % of the baseline
      "100, 115.1, false",
      "50, 0, true",
      "NaN, 90, true", // an absent figure tells nothing
      "5, NaN, true"
    })
    void cpuIsQuiet(double baseline, double now, boolean quiet) {
      assertThat(RestRule.quiet(reading(baseline, 1e9, Double.NaN), reading(now, 1e9, Double.NaN)))
          .isEqualTo(quiet);
    }

    @ParameterizedTest(name = "baseline {0} W, now {1} W: {2}")
    @CsvSource({
      "1, 1.49, true", // half a watt of slack
      "1, 1.51, false",
      "20, 22.9, true",
      "20, 23.1, false",
      "NaN, 40, true"
    })
    void powerIsQuiet(double baseline, double now, boolean quiet) {
      assertThat(RestRule.quiet(reading(2, 1e9, baseline), reading(2, 1e9, now))).isEqualTo(quiet);
    }

    @ParameterizedTest(name = "{0} MiB moved of {1} GiB: {2}")
    @CsvSource({
      "7, 4, true", // 8 MiB at least
      "9, 4, false",
      "-9, 4, false",
      "16, 16, true", // a thousandth of much memory
      "17, 16, false"
    })
    void memoryIsFlat(int movedMebibytes, int gibibytes, boolean flat) {
      WindowReading earlier = reading(2, 3e9, 10);
      WindowReading later = reading(2, 3e9 + movedMebibytes * 1_048_576.0, 10);
      assertThat(RestRule.flat(earlier, later, (long) gibibytes << 30)).isEqualTo(flat);
    }

    @Test
    void memoryThatIsNotKnownIsFlat() {
      assertThat(RestRule.flat(reading(2, Double.NaN, 1), reading(2, 1e9, 1), 1L << 30)).isTrue();
    }
  }
}
