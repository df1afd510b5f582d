package io.github.edgewatt.forecaster.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextConfigurationsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neverSuggestsWhatIsMeasuredOrKnownToOverload(long seed) {
    List<Configuration> candidates = Cases.randomMixes(400, seed);
    List<Measured> known = known(candidates, 40, seed);
    List<Configuration> next = choose(candidates, known, 50, seed);
    assertThat(next).hasSize(50).doesNotHaveDuplicates().isSubsetOf(candidates);
    for (Configuration chosen : next) {
      assertThat(known).noneMatch(it -> active(it.configuration()).equals(active(chosen)));
      assertThat(known).noneMatch(it -> it.overloaded() && chosen.atLeast(it.configuration()));
    }
    Set<Map<String, Integer>> rates = new HashSet<>();
    next.forEach(it -> rates.add(active(it)));
    assertThat(rates).hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void sameQuestionSameAnswerAnotherSeedAnother(long seed) {
    List<Configuration> candidates = Cases.randomMixes(300, seed);
    List<Measured> known = known(candidates, 20, seed);
    assertThat(choose(candidates, known, 20, seed)).isEqualTo(choose(candidates, known, 20, seed));
    assertThat(choose(candidates, known, 20, seed))
        .isNotEqualTo(choose(candidates, known, 20, seed + 1));
    // A longer list begins with the shorter one: who measures less loses nothing.
    assertThat(choose(candidates, known, 20, seed).subList(0, 7))
        .isEqualTo(choose(candidates, known, 7, seed));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void crowdsNearTheFrontierAndSpreads(long seed) {
    List<Configuration> candidates = Cases.randomMixes(600, seed);
    List<Measured> known = known(candidates, 30, seed);
    List<Configuration> next = choose(candidates, known, 40, seed);
    assertThat(meanDistance(next)).isLessThan(0.8 * meanDistance(candidates));
    assertThat(next.stream().map(Configuration::functions).distinct()).hasSize(4);
    List<Configuration> open = new ArrayList<>(candidates);
    open.removeIf(
        it ->
            known.stream()
                .anyMatch(
                    row ->
                        row.configuration().equals(it)
                            || (row.overloaded() && it.atLeast(row.configuration()))));
    double left = variance(open, known, next);
    // Nearness alone would measure much the same again and again.
    open.sort(Comparator.comparingDouble(it -> Math.abs(Cases.demandPercent(it) - 160)));
    assertThat(left).isLessThan(variance(open, known, open.subList(0, 40)));
  }

  @Test
  void smallCombinationsAreNotCrowdedOut() {
    List<Configuration> candidates = new ArrayList<>(Cases.randomMixes(2_000, 1));
    candidates.removeIf(it -> !it.functions().contains("a"));
    List<Configuration> rare =
        candidates.stream().filter(it -> !it.functions().contains("b")).limit(25).toList();
    candidates.removeIf(it -> !it.functions().contains("b"));
    candidates.addAll(rare);
    List<Configuration> next = choose(candidates, List.of(), 40, 1);
    // 25 of about 1000 candidates would be one in forty.
    assertThat(next.stream().filter(rare::contains).count()).isGreaterThan(3);
  }

  @Test
  void fewerWhereNoMoreAreLeft() {
    List<Configuration> candidates = List.of(mix(10, 10), mix(20, 10), mix(10, 10), mix(0, 0));
    assertThat(choose(candidates, List.of(), 20, 1))
        .containsExactlyInAnyOrder(mix(10, 10), mix(20, 10));
    assertThat(choose(candidates, List.of(), 0, 1)).isEmpty();
    assertThat(
            new NextConfigurations(Cases.model(candidates, List.of()), List.of())
                .among(List.of(), 5, 1))
        .isEmpty();
  }

  @Test
  void noneWhereAllOverload() {
    List<Configuration> candidates = List.of(mix(50, 50), mix(60, 50), mix(50, 90));
    Measured overloaded = new Measured(mix(50, 50), 200, 1);
    assertThat(choose(candidates, List.of(overloaded), 5, 1)).isEmpty();
    Measured alone = new Measured(Configuration.solo("c", 50), 200, 0.67);
    assertThat(choose(candidates, List.of(alone), 5, 1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void allOverloadedOrNoneStillAnswers(double share) {
    List<Configuration> candidates = Cases.randomMixes(200, 5);
    List<Measured> known =
        candidates.subList(0, 30).stream().map(it -> new Measured(it, Double.NaN, share)).toList();
    List<Configuration> next = choose(candidates, known, 10, 1);
    assertThat(next).hasSizeLessThanOrEqualTo(10).doesNotHaveDuplicates();
    if (share == 0) {
      assertThat(next).hasSize(10);
    }
  }

  private static Configuration mix(int c, int d) {
    return new Configuration(List.of("c", "d"), List.of(c, d));
  }

  private static List<Measured> known(List<Configuration> candidates, int count, long seed) {
    List<Configuration> shuffled = new ArrayList<>(candidates);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled.subList(0, count).stream().map(Cases::measure).toList();
  }

  private static List<Configuration> choose(
      List<Configuration> candidates, List<Measured> known, int count, long seed) {
    return new NextConfigurations(Cases.model(candidates, known), known)
        .among(candidates, count, seed).stream().map(Suggestion::configuration).toList();
  }

  private static Map<String, Integer> active(Configuration configuration) {
    Map<String, Integer> active = new HashMap<>();
    configuration
        .functions()
        .forEach(function -> active.put(function, configuration.rateOf(function)));
    active.values().removeIf(rate -> rate == 0);
    return active;
  }

  private static double meanDistance(List<Configuration> mixes) {
    return mixes.stream()
        .mapToDouble(it -> Math.abs(Cases.demandPercent(it) - 160))
        .average()
        .orElseThrow();
  }

  /** Summed variance of the CPU forecasts after measuring {@code next} too. */
  private static double variance(
      List<Configuration> candidates, List<Measured> known, List<Configuration> next) {
    MixFeatures features = Cases.features();
    Scaling scaling = Scaling.over(candidates.stream().map(features::of).toList());
    List<double[]> vectors = candidates.stream().map(features::of).map(scaling::of).toList();
    double[] ones = new double[vectors.size()];
    Arrays.fill(ones, 1);
    Information information = new Information(vectors, ones);
    known.forEach(it -> information.know(scaling.of(features.of(it.configuration())), 1));
    next.forEach(it -> information.know(scaling.of(features.of(it)), 1));
    return vectors.stream().mapToDouble(information::variance).sum();
  }
}
