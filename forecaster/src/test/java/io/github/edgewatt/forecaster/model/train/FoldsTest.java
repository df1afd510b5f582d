package io.github.edgewatt.forecaster.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.forecaster.feature.Observation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldsTest {
  @ParameterizedTest
  @CsvSource({"1, 6", "2, 6", "1, 1", "2, 2"})
  void nothingIsOnBothSidesAndAllIsTestedOnce(long seed, int pairs) {
    List<Observation> campaign = new SyntheticMixes(seed, 3).campaign(8);
    Set<String> kept =
        campaign.stream()
            .map(Observation::pair)
            .distinct()
            .limit(pairs)
            .collect(Collectors.toSet());
    List<Observation> all = campaign.stream().filter(one -> kept.contains(one.pair())).toList();
    Folds folds = Folds.of(all, seed);
    List<Observation> tested = new ArrayList<>();
    for (Folds.Fold fold : folds.folds()) {
      Set<String> seen = fold.train().stream().map(Observation::key).collect(Collectors.toSet());
      assertThat(fold.test()).noneMatch(one -> seen.contains(one.key()));
      tested.addAll(fold.test());
    }
    assertThat(tested).containsExactlyInAnyOrderElementsOf(all);
    assertThat(folds.what()).contains(pairs < 3 ? "by configuration" : "whole combinations");
  }

  @ParameterizedTest
  @CsvSource({"19, false", "20, true"})
  void functionsAloneAreLearntFromAndNotTestedWhereThereAreMixesEnough(int mixes, boolean spared) {
    List<Observation> campaign = new SyntheticMixes(1, 3).campaign(8);
    Set<String> keys = new HashSet<>();
    List<Observation> together =
        campaign.stream().filter(one -> keys.add(one.key())).limit(mixes).toList();
    List<Observation> alone = new ArrayList<>();
    for (String function : List.of("ant", "bee", "cat", "dog")) {
      Observation first = together.get(0);
      alone.add(
          new Observation(
              first.node(),
              MeasurementRow.Kind.SOLO,
              new TreeSet<>(Set.of(function)),
              new TreeMap<>(Map.of(function, 7.0)),
              first.repeats()));
    }
    List<Observation> all = new ArrayList<>(together);
    all.addAll(alone);
    List<Observation> tested = new ArrayList<>();
    for (Folds.Fold fold : Folds.of(all, 1).folds()) {
      tested.addAll(fold.test());
      if (spared) {
        assertThat(fold.train()).containsAll(alone);
      }
    }
    assertThat(tested).containsExactlyInAnyOrderElementsOf(spared ? together : all);
  }
}
