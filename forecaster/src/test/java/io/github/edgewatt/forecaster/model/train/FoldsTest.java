package io.github.edgewatt.forecaster.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.forecaster.feature.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
}
