package io.github.edgewatt.forecaster.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.forecaster.feature.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SplitTest {
  static Stream<Arguments> splitsAndSeeds() {
    return Stream.of(Split.values())
        .flatMap(split -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(split, seed)));
  }

  @ParameterizedTest
  @MethodSource("splitsAndSeeds")
  void theSameRatesOfTheSameNodeAreNeverOnBothSides(Split split, long seed) {
    List<Observation> all = Made.observations(seed, 120);
    List<Round> rounds = split.rounds(all, seed);
    assertThat(rounds).isNotEmpty();
    for (Round round : rounds) {
      assertThat(round.test()).isNotEmpty();
      Set<String> learnt = round.train().stream().map(Observation::key).collect(Collectors.toSet());
      assertThat(round.test()).noneMatch(one -> learnt.contains(one.key()));
      assertThat(all).containsAll(round.train()).containsAll(round.test());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Split.class,
      names = {"CONFIGURATION", "COMBINATION", "COMBINATION_EVERYWHERE", "NODE_TYPE"})
  void everythingIsHeldBackOnce(Split split) {
    List<Observation> all = Made.observations(4, 120);
    List<Observation> tested = new ArrayList<>();
    split.rounds(all, 4).forEach(round -> tested.addAll(round.test()));
    assertThat(tested).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void whatIsHeldBackIsWhatTheNameSays() {
    List<Observation> all = Made.observations(5, 120);
    for (Round round : Split.FUNCTION.rounds(all, 1)) {
      assertThat(round.test()).allMatch(one -> one.deployed().contains(round.name()));
      assertThat(round.train()).noneMatch(one -> one.deployed().contains(round.name()));
    }
    for (Round round : Split.NODE_TYPE.rounds(all, 1)) {
      assertThat(round.test()).allMatch(one -> one.node().name().equals(round.name()));
      assertThat(round.train()).noneMatch(one -> one.node().name().equals(round.name()));
    }
    for (Round round : Split.COMBINATION.rounds(all, 1)) {
      assertThat(round.test()).allMatch(one -> one.pair().equals(round.name()));
      assertThat(round.train()).noneMatch(one -> one.pair().equals(round.name()));
    }
    for (Round round : Split.COMBINATION_EVERYWHERE.rounds(all, 1)) {
      assertThat(round.train()).noneMatch(one -> one.combination().equals(round.name()));
    }
    assertThat(Split.CONFIGURATION.rounds(all, 1)).hasSize(5);
  }

  @Test
  void aSingleCombinationCannotBeHeldBack() {
    List<Observation> all = Made.observations(6, 120);
    String pair = all.get(0).pair();
    List<Observation> one = all.stream().filter(o -> o.pair().equals(pair)).toList();
    assertThat(Split.COMBINATION.rounds(one, 1)).isEmpty();
    assertThat(Split.COMBINATION.rounds(List.of(), 1)).isEmpty();
    assertThat(Split.CONFIGURATION.rounds(List.of(), 1)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Split.class)
  void functionsAloneAreNeverHeldBack(Split split) {
    List<Observation> mixes = Made.observations(7, 120);
    List<Observation> alone =
        mixes.stream()
            .limit(20)
            .map(
                one ->
                    new Observation(
                        one.node(),
                        MeasurementRow.Kind.SOLO,
                        new TreeSet<>(Set.of("ant")),
                        new TreeMap<>(Map.of("ant", 1000.0)),
                        one.repeats()))
            .toList();
    List<Observation> all = new ArrayList<>(mixes);
    all.addAll(alone);
    List<Round> rounds = split.rounds(all, 1);
    assertThat(rounds)
        .extracting(Round::name)
        .isEqualTo(split.rounds(mixes, 1).stream().map(Round::name).toList());
    assertThat(rounds).allMatch(round -> round.test().stream().allMatch(Observation::isMix));
    assertThat(rounds).anyMatch(round -> !round.train().stream().allMatch(Observation::isMix));
    assertThat(split.rounds(alone, 1)).isEmpty();
  }

  @Test
  void wordsAreThoseOfTheCommandLine() {
    for (Split split : Split.values()) {
      assertThat(Split.parse(split.text())).isEqualTo(split);
    }
    assertThatThrownBy(() -> Split.parse("random"))
        .hasMessage(
            "unknown split 'random': use configuration, combination, combination-everywhere,"
                + " function, node-type");
  }
}
