package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.feature.Observation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Draws fewer observations where all would take too long. */
final class Subsets {
  private Subsets() {}

  /**
   * At most about {@code count} of {@code all}: from each pair in proportion to the root of its
   * size, as the weights of {@link Weights#byPair} have it.
   */
  static List<Observation> ofPairs(List<Observation> all, int count, long seed) {
    if (all.size() <= count) {
      return all;
    }
    Map<String, List<Observation>> pairs = byPair(all);
    double roots = pairs.values().stream().mapToDouble(pair -> Math.sqrt(pair.size())).sum();
    Random random = new Random(seed);
    List<Observation> chosen = new ArrayList<>();
    for (List<Observation> pair : pairs.values()) {
      int share = (int) Math.ceil(count * Math.sqrt(pair.size()) / roots);
      chosen.addAll(shuffled(pair, random).subList(0, Math.min(share, pair.size())));
    }
    return chosen;
  }

  /** The observations of each pair, by its name. */
  static Map<String, List<Observation>> byPair(List<Observation> all) {
    TreeMap<String, List<Observation>> pairs = new TreeMap<>();
    for (Observation observation : all) {
      pairs.computeIfAbsent(observation.pair(), unused -> new ArrayList<>()).add(observation);
    }
    return pairs;
  }

  /** {@code count} of {@code all}, each as likely. */
  static List<Observation> random(List<Observation> all, int count, long seed) {
    return shuffled(all, new Random(seed)).subList(0, Math.min(count, all.size()));
  }

  private static List<Observation> shuffled(List<Observation> all, Random random) {
    List<Observation> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** Pairs, largest first, dealt to {@code folds} groups so that these get about the same size. */
  static List<List<String>> groups(Map<String, List<Observation>> pairs, int folds) {
    List<List<String>> groups = new ArrayList<>();
    int[] sizes = new int[Math.min(folds, pairs.size())];
    for (int i = 0; i < sizes.length; i++) {
      groups.add(new ArrayList<>());
    }
    pairs.entrySet().stream()
        .sorted((a, b) -> Integer.compare(b.getValue().size(), a.getValue().size()))
        .forEach(
            entry -> {
              int smallest = 0;
              for (int i = 1; i < sizes.length; i++) {
                if (sizes[i] < sizes[smallest]) {
                  smallest = i;
                }
              }
              groups.get(smallest).add(entry.getKey());
              sizes[smallest] += entry.getValue().size();
            });
    return groups;
  }
}
