package io.github.edgewatt.profiler.kafka.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteScheduleTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void constantLoadIsEvenlySpaced() {
    ByteSchedule schedule =
        new ByteSchedule(new double[] {1, 1}, Duration.ofSeconds(10), 1_000_000);
    assertThat(schedule.totalBytes()).isEqualTo(1e7);
    // 20 images of 50 kB a second, each when its middle is due.
    for (int k = 0; k < 200; k++) {
      assertThat(schedule.dueNanos(k * 50_000L, 50_000))
          .isCloseTo(25_000_000L + k * 50_000_000L, within(2L));
    }
    assertThat(schedule.dueNanos(10_000_000, 50_000)).isEqualTo(ByteSchedule.NEVER);
  }

  @Test
  void eachSliceHasItsRate() {
    ByteSchedule schedule = new ByteSchedule(new double[] {0.5, 0, 1}, Duration.ofSeconds(3), 100);
    assertThat(schedule.totalBytes()).isEqualTo(150);
    assertThat(schedule.dueNanos(0, 50)).isEqualTo(SECOND / 2);
    // What is due at the end of the first slice waits for the empty one to pass.
    assertThat(schedule.dueNanos(49, 2)).isEqualTo(2 * SECOND);
    assertThat(schedule.dueNanos(50, 2)).isEqualTo(2 * SECOND + SECOND / 100);
    assertThat(schedule.dueNanos(149, 2)).isEqualTo(ByteSchedule.NEVER);
  }

  @Test
  void nothingIsDueWithoutLoad() {
    ByteSchedule schedule = new ByteSchedule(new double[] {0}, Duration.ofSeconds(3), 100);
    assertThat(schedule.dueNanos(0, 1)).isEqualTo(ByteSchedule.NEVER);
  }

  /** What has left never differs from the integral by more than half an image. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void followsTheIntegralWithImagesOfAnySize(long seed) {
    Random random = new Random(seed);
    double[] fractions = new double[1 + random.nextInt(300)];
    for (int k = 0; k < fractions.length; k++) {
      fractions[k] = random.nextInt(10) == 0 ? 0 : random.nextDouble();
    }
    fractions[random.nextInt(fractions.length)] = 1;
    Duration duration = Duration.ofMillis(1_000 + random.nextInt(100_000));
    double rate = 1e5 + random.nextDouble() * 1e7;
    ByteSchedule schedule = new ByteSchedule(fractions, duration, rate);
    long sent = 0;
    long last = 0;
    boolean ordered = true;
    double worst = 0;
    int size = 1_000 + random.nextInt(100_000);
    for (long due = schedule.dueNanos(sent, size);
        due != ByteSchedule.NEVER;
        due = schedule.dueNanos(sent, size)) {
      ordered &= due >= last && due < duration.toNanos();
      worst =
          Math.max(worst, Math.abs(sent + size / 2.0 - integral(fractions, duration, rate, due)));
      last = due;
      sent += size;
      size = 1_000 + random.nextInt(100_000);
    }
    assertThat(ordered).isTrue();
    assertThat(worst).as("bytes off the integral").isLessThan(1 + rate * 1e-6);
    assertThat((double) sent).isCloseTo(schedule.totalBytes(), within(101_000 / 2.0));
  }

  /** Bytes due by a time, summed slice by slice. */
  private static double integral(double[] fractions, Duration duration, double rate, long nanos) {
    double slice = duration.toNanos() / (double) fractions.length;
    double bytes = 0;
    for (int k = 0; k < fractions.length; k++) {
      double inside = Math.max(0, Math.min(slice, nanos - k * slice));
      bytes += fractions[k] * rate * inside / 1e9;
    }
    return bytes;
  }

  @Test
  void anHourOfTheGuidesShortRun() {
    ByteSchedule schedule = new ByteSchedule(LoadCurve.dayNight(200, 6), Duration.ofHours(1), 2e6);
    assertThat(schedule.totalBytes() / 3600 / 2e6).isCloseTo(.5014, within(6e-5));
    assertThat(schedule.sliceStartNanos(1)).isEqualTo(18 * SECOND);
    assertThat(schedule.sliceStartNanos(200)).isEqualTo(3600 * SECOND);
  }
}
