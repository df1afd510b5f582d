package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.feature.Observation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Splits for cross-validation within training data.
 *
 * @param what how it was split, for the user
 * @param folds train and test, together all mixes once in test
 */
record Folds(String what, List<Fold> folds) {
  private static final int MOST = 12;
  private static final int BY_CONFIGURATION = 5;
  private static final int FEWEST_PAIRS = 3;

  /** Fewer do not tell a 5th and a 95th percentile. */
  private static final int FEWEST_MIXES = 20;

  /**
   * One split.
   *
   * @param train what to learn from: nothing of it asks the same rates of the same kind of node as
   *     anything in test
   * @param test what to be tested on
   */
  record Fold(List<Observation> train, List<Observation> test) {}

  /**
   * Whole combinations left out in turn where there are three or more, so that what is measured is
   * how a model does on functions it never saw together; else fifths of the configurations.
   *
   * <p>Functions alone are learnt from in every fold and tested in none, where there are mixes
   * enough: the profiles, which features are made of, hold their figures already.
   */
  static Folds of(List<Observation> all, long seed) {
    List<Observation> tested = tested(all);
    Map<String, List<Observation>> pairs = Subsets.byPair(tested);
    if (pairs.size() >= FEWEST_PAIRS) {
      List<Fold> folds = new ArrayList<>();
      for (List<String> group : Subsets.groups(pairs, MOST)) {
        folds.add(without(all, group.stream().flatMap(pair -> pairs.get(pair).stream()).toList()));
      }
      return new Folds(
          folds.size() + " folds, each leaving whole combinations out", List.copyOf(folds));
    }
    Map<String, List<Observation>> configurations = new LinkedHashMap<>();
    tested.forEach(
        one -> configurations.computeIfAbsent(one.key(), unused -> new ArrayList<>()).add(one));
    List<String> keys = new ArrayList<>(configurations.keySet());
    Collections.shuffle(keys, new Random(seed));
    int count = Math.min(BY_CONFIGURATION, keys.size());
    List<Fold> folds = new ArrayList<>();
    for (int i = 0; i < count && count > 1; i++) {
      List<Observation> test = new ArrayList<>();
      for (int j = i; j < keys.size(); j += count) {
        test.addAll(configurations.get(keys.get(j)));
      }
      folds.add(without(all, test));
    }
    return new Folds(
        folds.size() + " folds by configuration: fewer than " + FEWEST_PAIRS + " combinations",
        List.copyOf(folds));
  }

  private static List<Observation> tested(List<Observation> all) {
    List<Observation> mixes = all.stream().filter(Observation::isMix).toList();
    long configurations = mixes.stream().map(Observation::key).distinct().count();
    return configurations < FEWEST_MIXES ? all : mixes;
  }

  private static Fold without(List<Observation> all, List<Observation> test) {
    Set<String> keys = new HashSet<>();
    test.forEach(observation -> keys.add(observation.key()));
    return new Fold(
        all.stream().filter(observation -> !keys.contains(observation.key())).toList(), test);
  }
}
