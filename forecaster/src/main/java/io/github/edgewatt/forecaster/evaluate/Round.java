package io.github.edgewatt.forecaster.evaluate;

import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Observation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * One round of a split.
 *
 * @param name what was held back
 * @param train what may be learnt from
 * @param test what is held back
 */
public record Round(String name, List<Observation> train, List<Observation> test) {
  public Round {
    train = List.copyOf(train);
    test = List.copyOf(test);
  }

  /**
   * A round of {@code candidates} but those that ask the same rates of the same kind of node as
   * anything in {@code test}: nothing of the test set is learnt from.
   */
  public static Round disjoint(
      String name, Collection<Observation> candidates, Collection<Observation> test) {
    Set<String> keys = keys(test);
    return new Round(
        name,
        candidates.stream().filter(one -> !keys.contains(one.key())).toList(),
        List.copyOf(test));
  }

  /** The same with a random share of each pair's training configurations, at least one of each. */
  public Round withShare(double share, long seed) {
    if (share >= 1) {
      return this;
    }
    Map<String, List<Observation>> pairs = new TreeMap<>();
    train.forEach(one -> pairs.computeIfAbsent(one.pair(), p -> new ArrayList<>()).add(one));
    Random random = new Random(seed);
    List<Observation> kept = new ArrayList<>();
    for (List<Observation> pair : pairs.values()) {
      List<Observation> shuffled = new ArrayList<>(pair);
      Collections.shuffle(shuffled, random);
      int count = Math.max(1, (int) Math.round(share * pair.size()));
      kept.addAll(shuffled.subList(0, count));
    }
    return new Round(name, kept, test);
  }

  /** {@code count} random observations of {@code node} on the test side, to calibrate with. */
  public List<Observation> calibration(NodeType node, int count, long seed) {
    List<Observation> shuffled =
        new ArrayList<>(test.stream().filter(one -> one.node().equals(node)).toList());
    Collections.shuffle(shuffled, new Random(seed));
    return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
  }

  /** The same without {@code used} and whatever asks the same of the same kind of node. */
  public Round without(Collection<Observation> used) {
    Set<String> keys = keys(used);
    return new Round(name, train, test.stream().filter(one -> !keys.contains(one.key())).toList());
  }

  private static Set<String> keys(Collection<Observation> observations) {
    Set<String> keys = new HashSet<>();
    observations.forEach(one -> keys.add(one.key()));
    return keys;
  }
}
