package io.github.edgewatt.profiler.correlate.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules on series whose answer is known. */
class RuleTest {
  private static double[] walk(Random random, int n) {
    double[] values = new double[n];
    for (int i = 1; i < n; i++) {
      values[i] = values[i - 1] + random.nextGaussian();
    }
    return values;
  }

  private static double[] noise(Random random, int n) {
    return random.doubles(n).toArray();
  }

  private static double[] later(double[] values, int lag, double scale) {
    double[] moved = new double[values.length];
    Arrays.setAll(
        moved, i -> i - lag < 0 || i - lag >= values.length ? Double.NaN : scale * values[i - lag]);
    return moved;
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "7, 1", "-11, 1", "24, -3", "-24, -0.001"})
  void findsTheLag(int lag, double scale) {
    double[] left = walk(new Random(1), 500);
    Prepared right = Prepared.of(later(left, lag, scale));
    LagSearch.Best best = LagSearch.best(Prepared.of(left), right, 24, 30);
    assertThat(best.lag()).isEqualTo(lag);
    assertThat(best.score()).isCloseTo(Math.signum(scale), within(0.02));
    assertThat(best.pairs()).isEqualTo(500 - Math.abs(lag));
    assertThat(LagSearch.pearson(Prepared.of(left), right, lag))
        .isCloseTo(Math.signum(scale), within(1e-9));
  }

  @Test
  void fullAndSparsePathsAgree() {
    Random random = new Random(5);
    double[] x = walk(random, 300);
    double[] y = walk(random, 300);
    double[] gap = y.clone();
    gap[150] = Double.NaN;
    for (int lag : new int[] {-20, 0, 13}) {
      double full = LagSearch.at(Prepared.of(x), Prepared.of(y), lag).score();
      double sparse = LagSearch.at(Prepared.of(x), Prepared.of(gap), lag).score();
      assertThat(sparse).isCloseTo(full, within(0.01));
    }
  }

  @Test
  void spearmanOfAWorkedExampleWithTies() {
    // Ranks 1, 2.5, 2.5, 4, 5 and 2, 1, 3, 4.5, 4.5: Pearson's of these is 7.5 / 9.5.
    Prepared x = Prepared.of(new double[] {1, 3, 3, 9, 10});
    Prepared y = Prepared.of(new double[] {7, 5, 8, 100, 100});
    assertThat(LagSearch.at(x, y, 0).score()).isCloseTo(7.5 / 9.5, within(1e-12));
  }

  @Test
  void whatDoesNotVaryHasNoScore() {
    Prepared flat = Prepared.of(new double[100]);
    Prepared walk = Prepared.of(walk(new Random(1), 100));
    assertThat(LagSearch.best(flat, walk, 5, 30).score()).isNaN();
    assertThat(LagSearch.pearson(flat, walk, 0)).isNaN();
    assertThat(Chance.probability(Double.NaN, 100, 50, 1)).isEqualTo(1);
  }

  @Test
  void autocorrelationIsThatOfTheDefinition() {
    double[] x = walk(new Random(2), 37);
    double mean = Arrays.stream(x).average().orElseThrow();
    double[] centred = Arrays.stream(x).map(v -> v - mean).toArray();
    double[] result = Prepared.autocorrelation(centred);
    double power = Arrays.stream(centred).map(v -> v * v).sum();
    for (int lag = 0; lag < 37; lag++) {
      double sum = 0;
      for (int i = lag; i < 37; i++) {
        sum += centred[i] * centred[i - lag];
      }
      assertThat(result[lag]).isCloseTo(sum / power, within(1e-9));
    }
  }

  /** The stated level is 5 %; a binomial's 3 sigma over 600 trials is 2.7 % more. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void chanceSeldomPassesTheBar(boolean walks) {
    Random random = new Random(walks ? 11 : 12);
    int passed = 0;
    for (int trial = 0; trial < 600; trial++) {
      Prepared x = Prepared.of(walks ? walk(random, 400) : noise(random, 400));
      Prepared y = Prepared.of(walks ? walk(random, 400) : noise(random, 400));
      LagSearch.Best best = LagSearch.best(x, y, 24, 30);
      double independent = Chance.independentPairs(x, y, best.pairs());
      passed += Chance.probability(best.score(), best.pairs(), independent, 49) < 0.05 ? 1 : 0;
    }
    assertThat(passed / 600.0).isLessThan(0.077);
  }

  @Test
  void aRelationInNoisePassesTheBar() {
    Random random = new Random(4);
    double[] x = noise(random, 400);
    double[] y = later(x, 3, 1);
    Arrays.setAll(y, i -> y[i] + random.nextDouble());
    LagSearch.Best best = LagSearch.best(Prepared.of(x), Prepared.of(y), 24, 30);
    double independent = Chance.independentPairs(Prepared.of(x), Prepared.of(y), best.pairs());
    assertThat(independent).isBetween(200.0, 400.0);
    assertThat(Chance.probability(best.score(), best.pairs(), independent, 49)).isLessThan(1e-6);
    assertThat(best.lag()).isEqualTo(3);
  }

  @Test
  void studentsTestOfACorrelation() {
    // r = 0.632 with 10 pairs is the table's 5 % value.
    assertThat(Chance.probability(0.6319, 10, 10, 1)).isCloseTo(0.05, within(1e-4));
    assertThat(Chance.probability(1, 10, 10, 1)).isCloseTo(0, within(1e-12));
    assertThat(Chance.probability(0.99, 1000, 2, 1)).isEqualTo(1);
  }

  @Test
  void falseSharesAreThePaperS() {
    assertThat(Chance.falseShares(new double[] {0.01, 0.04, 0.03, 0.005}))
        .containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-12));
    assertThat(Chance.falseShares(new double[0])).isEmpty();
  }

  @Test
  void countersBecomeRatesAcrossResets() {
    double[] counter = {10, 20, 30, 5, 15, Double.NaN, 40};
    assertThat(Counters.rates(counter, 5))
        .usingElementComparator(Double::compare)
        .containsExactly(Double.NaN, 2.0, 2.0, 1.0, 2.0, Double.NaN, Double.NaN);
  }

  @Test
  void ratesSpanScrapesThatAreSlowerThanTheGrid() {
    double[] counter = new double[60];
    Arrays.setAll(counter, i -> 30.0 * Math.floorDiv(i, 3));
    double[] rates = Counters.rates(counter, 5);
    assertThat(Arrays.stream(rates).skip(3)).containsOnly(2.0);
  }

  @ParameterizedTest
  @CsvSource({
    "x_total, true",
    "x_seconds_sum, true",
    "x_bucket, true",
    "requests_count, true",
    "x_bytes, false",
    "total_x, false"
  })
  void countersByName(String metric, boolean counter) {
    assertThat(Counters.isCounter(metric, noise(new Random(1), 50))).isEqualTo(counter);
  }

  @Test
  void whatOnlyClimbsCounts() {
    double[] climbing = new double[50];
    Arrays.setAll(climbing, i -> i * 1.5);
    assertThat(Counters.isCounter("uptime", climbing)).isTrue();
  }

  @Test
  void screensSeries() {
    double[] still = new double[100];
    still[50] = 1;
    assertThat(Screening.of(still).leftOut()).hasValue("static");
    assertThat(Screening.of(still).staticPercent()).isEqualTo(98);
    double[] gaps = noise(new Random(1), 100);
    Arrays.fill(gaps, 0, 60, Double.NaN);
    assertThat(Screening.of(gaps).leftOut()).hasValue("mostly absent");
    assertThat(Screening.of(gaps).nanPercent()).isEqualTo(60);
    assertThat(Screening.of(noise(new Random(1), 20)).leftOut()).hasValue("too short");
    assertThat(Screening.of(noise(new Random(1), 100)).leftOut()).isEmpty();
  }

  @Test
  void aGridTakesTheNearestMoment() {
    Grid grid = new Grid(10_000, 5_000, 3);
    assertThat(grid.nearest(7_499)).isEqualTo(-1);
    assertThat(grid.nearest(7_500)).isZero();
    assertThat(grid.nearest(12_499)).isZero();
    assertThat(grid.nearest(22_499)).isEqualTo(2);
    assertThat(grid.nearest(22_500)).isEqualTo(-1);
  }
}
