package io.github.edgewatt.collector.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SumWindowTest {
  private static final long NOW = 1_700_000_000_000L;
  private static final long MINUTE = 60_000;

  private record Timed(long millis, double value) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithAListOfAllEvents(long seed) {
    Random random = new Random(seed);
    SumWindow window = new SumWindow();
    List<Timed> all = new ArrayList<>();
    long now = NOW;
    for (int i = 0; i < 5_000; i++) {
      now += random.nextInt(10) == 0 ? random.nextInt(200_000) : random.nextInt(500);
      long time = now - random.nextInt(400_000) + random.nextInt(30_000);
      if (!SumWindow.late(time, now)) {
        Timed event = new Timed(time, random.nextInt(100_000));
        window.add(event.millis(), event.value(), now);
        all.add(event);
      }
      double sum = sum(window, now);
      assertThat(sum).isEqualTo(countedByBucket(all, now));
      // Never less than what is younger than the window, never more than with one bucket besides.
      assertThat(sum).isBetween(younger(all, now, 0), younger(all, now, SumWindow.BUCKET_MILLIS));
    }
  }

  @Test
  void nothingIsLeftOfWhatHasExpired() {
    SumWindow window = new SumWindow();
    for (int i = 0; i < 100_000; i++) {
      window.add(NOW + i, 0.1 + i * 1e-7, NOW + i);
    }
    long end = NOW + 100_000;
    assertThat(sum(window, end)).isGreaterThan(10_000);
    assertThat(sum(window, end + 5 * MINUTE + SumWindow.BUCKET_MILLIS)).isZero();
    assertThat(window.buckets(end + 5 * MINUTE + SumWindow.BUCKET_MILLIS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "299999, 10", "300000, 10", "305000, 0", "360000, 0", "3600000, 0"})
  void countsForFiveMinutesAndAtMostABucketLonger(long later, double expected) {
    SumWindow window = new SumWindow();
    window.add(NOW, 10, NOW);
    assertThat(sum(window, NOW + later)).isEqualTo(expected);
  }

  @Test
  void neverBecomesInfinite() {
    SumWindow window = new SumWindow();
    for (int i = 0; i < 3; i++) {
      window.add(NOW, Double.MAX_VALUE, NOW);
      window.add(NOW + 5_000, Double.MAX_VALUE, NOW);
    }
    List<Bucket> buckets = window.buckets(NOW);
    assertThat(buckets).hasSize(2).allMatch(bucket -> bucket.sum() == Double.MAX_VALUE);
  }

  @Test
  void takesNewValuesAfterTheClockWasSetBack() {
    SumWindow window = new SumWindow();
    for (long ahead = 0; ahead < 10 * MINUTE; ahead += 1_000) {
      window.add(NOW + ahead, 1, NOW + ahead);
    }
    window.add(NOW - 60 * MINUTE, 7, NOW - 60 * MINUTE);
    assertThat(sum(window, NOW - 60 * MINUTE)).isEqualTo(7);
  }

  @Test
  void takesNothingFarAhead() {
    SumWindow window = new SumWindow();
    window.add(NOW + 2 * SumWindow.MOST_AHEAD_MILLIS, 5, NOW);
    assertThat(window.buckets(NOW)).isEmpty();
    assertThat(SumWindow.late(Long.MIN_VALUE, NOW)).isTrue();
    window.add(Long.MIN_VALUE, 5, NOW);
    assertThat(window.buckets(NOW)).isEmpty();
  }

  private static double sum(SumWindow window, long now) {
    return window.buckets(now).stream().mapToDouble(Bucket::sum).sum();
  }

  private static double countedByBucket(List<Timed> all, long now) {
    long oldest = Math.floorDiv(now - SumWindow.WINDOW_MILLIS, SumWindow.BUCKET_MILLIS);
    return all.stream()
        .filter(one -> Math.floorDiv(one.millis(), SumWindow.BUCKET_MILLIS) >= oldest)
        .mapToDouble(Timed::value)
        .sum();
  }

  private static double younger(List<Timed> all, long now, long slack) {
    return all.stream()
        .filter(one -> one.millis() >= now - SumWindow.WINDOW_MILLIS - slack)
        .mapToDouble(Timed::value)
        .sum();
  }
}
