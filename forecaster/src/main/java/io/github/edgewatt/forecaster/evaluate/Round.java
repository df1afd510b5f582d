package io.github.edgewatt.forecaster.evaluate;

import io.github.edgewatt.forecaster.feature.Observation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

  /** {@code count} random observations of the test side, to calibrate with. */
  public List<Observation> calibration(int count, long seed) {
    List<Observation> shuffled = new ArrayList<>(test);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled.subList(0, Math.min(count, shuffled.size()));
  }

  /** The same without {@code used} and whatever asks the same of the same kind of node. */
  public Round without(List<Observation> used) {
    List<String> keys = used.stream().map(Observation::key).toList();
    return new Round(name, train, test.stream().filter(one -> !keys.contains(one.key())).toList());
  }
}
