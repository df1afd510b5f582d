package io.github.edgewatt.profiler.measure.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums of counters over windows, on random counters whose truth is known. */
class CounterSumTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long INTERVAL = 5 * SECOND;
  private static final double CORES = 4;

  static Stream<Long> seeds() {
    return IntStream.range(0, 60).mapToObj(i -> 0x9E3779B97F4A7C15L * (i + 1));
  }

  /** A counter with a new slope every second, at most {@code steepest}, known at every second. */
  private static double[] truth(Random random, int seconds, double steepest) {
    double[] truth = new double[seconds + 1];
    for (int i = 1; i <= seconds; i++) {
      truth[i] = truth[i - 1] + random.nextDouble() * steepest;
    }
    return truth;
  }

  private static double at(double[] truth, double second) {
    int low = (int) Math.min(truth.length - 2.0, Math.floor(second));
    return truth[low] + (second - low) * (truth[low + 1] - truth[low]);
  }

  /** Samples as scraped, late by up to 100 ms, counting from 0 again after each reset. */
  private static SampleSeries scraped(
      Random random, double[] truth, List<Double> resets, int replica) {
    int count = (truth.length - 1) / 5;
    long[] nanos = new long[count];
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      double second = 5 * i + random.nextDouble() * 0.1;
      double base =
          resets.stream().filter(r -> r <= second).mapToDouble(r -> at(truth, r)).max().orElse(0);
      nanos[i] = Math.round(second * SECOND);
      values[i] = at(truth, second) - base;
    }
    return new SampleSeries(
        Map.of("job", "c", "instance", "n", "id", "/" + replica), nanos, values);
  }

  private static Scrapes scrapes(int seconds) {
    int count = seconds / 5 + 10;
    long[] nanos = IntStream.range(0, count).mapToLong(i -> (i - 5) * INTERVAL).toArray();
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return new Scrapes(
        List.of(new SampleSeries(Map.of("job", "c", "instance", "n"), nanos, ones)), List.of());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void missesTheTruthByNoMoreThanTheEndsHide(long seed) {
    Random random = new Random(seed);
    int replicas = 1 + random.nextInt(4);
    double steepest = CORES / 2;
    double from = 20 + random.nextDouble() * 30;
    double to = from + 10 + random.nextDouble() * 60;
    List<SampleSeries> series = new ArrayList<>();
    double expected = 0;
    for (int i = 0; i < replicas; i++) {
      double[] truth = truth(random, 140, steepest);
      series.add(scraped(random, truth, List.of(), i));
      expected += at(truth, to) - at(truth, from);
    }
    SumFigure sum =
        new CounterSum(INTERVAL, CORES)
            .over(series, scrapes(140), Math.round(from * SECOND), Math.round(to * SECOND));
    assertThat(sum.problem()).isEmpty();
    // At each end a straight line stands for at most 5.1 s: it errs by at most a quarter of what
    // the steepest counter could gain there.
    double bound = replicas * 2 * 0.25 * 5.1 * steepest;
    assertThat(sum.figure().value()).isCloseTo(expected, within(bound));
    assertThat(sum.figure().largestGapNanos()).isLessThanOrEqualTo(Math.round(5.1 * SECOND));
    assertThat(sum.figure().samples())
        .isBetween((int) ((to - from) / 5.1), (int) (to - from) / 4 + 3);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void losesAtEachResetOnlyWhatWasNeverScraped(long seed) {
    Random random = new Random(seed);
    double steepest = 1;
    double[] truth = truth(random, 200, steepest);
    int count = 1 + random.nextInt(3);
    List<Double> resets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      resets.add(60 + 30 * i + random.nextDouble() * 20);
    }
    SampleSeries series = scraped(random, truth, resets, 0);
    long from = 40 * SECOND;
    long to = 160 * SECOND;
    SumFigure sum = new CounterSum(INTERVAL, CORES).over(List.of(series), scrapes(200), from, to);
    double expected = at(truth, 160) - at(truth, 40);
    assertThat(sum.problem()).isEmpty();
    assertThat(sum.figure().value())
        .isLessThanOrEqualTo(expected + 2 * 0.25 * 5.1 * steepest)
        .isGreaterThanOrEqualTo(expected - (count + 0.5) * 5.1 * steepest);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void windowsThatTouchAddUpEvenAcrossResets(long seed) {
    Random random = new Random(seed);
    double[] truth = truth(random, 200, 1);
    SampleSeries series = scraped(random, truth, List.of(70 + random.nextDouble() * 40), 0);
    long from = 30 * SECOND;
    long middle = from + 10 * SECOND + (long) (random.nextDouble() * 80 * SECOND);
    long to = 150 * SECOND;
    CounterSum sum = new CounterSum(INTERVAL, CORES);
    double first = sum.over(List.of(series), scrapes(200), from, middle).figure().value();
    double second = sum.over(List.of(series), scrapes(200), middle, to).figure().value();
    double whole = sum.over(List.of(series), scrapes(200), from, to).figure().value();
    assertThat(first + second).isCloseTo(whole, within(1e-9));
  }

  @Test
  void knowsNothingWithoutScrapesAroundAnEnd() {
    double[] truth = truth(new Random(1), 100, 1);
    SampleSeries series = scraped(new Random(1), truth, List.of(), 0);
    Scrapes nobody = new Scrapes(List.of(), List.of());
    CounterSum sum = new CounterSum(INTERVAL, CORES);
    assertThat(sum.over(List.of(series), nobody, -20 * SECOND, 50 * SECOND).problem())
        .isEqualTo("no sample before the window");
    assertThat(sum.over(List.of(series), nobody, 50 * SECOND, 150 * SECOND).problem())
        .isEqualTo("no sample after the window");
    assertThat(sum.over(List.of(), nobody, 0, SECOND).problem()).isEqualTo("no samples");
    assertThat(sum.over(List.of(series), nobody, 20 * SECOND, 50 * SECOND).problem()).isEmpty();
  }

  @Test
  void aGapInWhichNothingMovedHidesNothing() {
    Map<String, String> labels = Map.of("job", "c", "instance", "n");
    SampleSeries series =
        new SampleSeries(
            labels,
            new long[] {0, 5 * SECOND, 45 * SECOND, 50 * SECOND},
            new double[] {1, 2, 2, 3});
    SumFigure sum =
        new CounterSum(INTERVAL, CORES).over(List.of(series), scrapes(60), SECOND, 50 * SECOND);
    assertThat(sum.figure().value()).isCloseTo(1.8, within(1e-9));
    assertThat(sum.figure().largestGapNanos()).isEqualTo(5 * SECOND);
    assertThat(SampleRule.problem("it", sum, INTERVAL)).isEmpty();
  }
}
