package io.github.edgewatt.forecaster.evaluate;

import io.github.edgewatt.forecaster.feature.Observation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Ways to hold data back. Repeats of a configuration are never on both sides of any of them.
 * Functions alone are never held back: the solo profiles, which every forecast is made of, hold
 * their figures already.
 */
public enum Split {
  /** A fifth of the configurations in turn. */
  CONFIGURATION("configuration"),
  /** A combination on one kind of node in turn; it may be trained on other kinds of nodes. */
  COMBINATION("combination"),
  /** A combination on all kinds of nodes in turn. */
  COMBINATION_EVERYWHERE("combination-everywhere"),
  /** Everything a function takes part in, in turn; what it costs alone is known. */
  FUNCTION("function"),
  /** A kind of node in turn. */
  NODE_TYPE("node-type");

  private static final int FIFTHS = 5;

  private final String text;

  Split(String text) {
    this.text = text;
  }

  /** The word on the command line. */
  public String text() {
    return text;
  }

  /**
   * The split called {@code text}; an {@link IllegalArgumentException} that lists them otherwise.
   */
  public static Split parse(String text) {
    for (Split split : values()) {
      if (split.text.equals(text)) {
        return split;
      }
    }
    throw new IllegalArgumentException(
        "unknown split '"
            + text
            + "': use "
            + String.join(", ", List.of(values()).stream().map(Split::text).toList()));
  }

  /**
   * The rounds over {@code all}; empty where there is nothing to leave out, such as a single
   * combination.
   */
  public List<Round> rounds(List<Observation> all, long seed) {
    return switch (this) {
      case CONFIGURATION -> fifths(all, seed);
      case COMBINATION -> each(all, Observation::pair);
      case COMBINATION_EVERYWHERE -> each(all, Observation::combination);
      case NODE_TYPE -> each(all, one -> one.node().name());
      case FUNCTION -> functions(all);
    };
  }

  private static List<Round> fifths(List<Observation> all, long seed) {
    List<String> keys = new ArrayList<>(new TreeSet<>(mixes(all).map(Observation::key).toList()));
    Collections.shuffle(keys, new Random(seed));
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < FIFTHS; i++) {
      Set<String> held = new HashSet<>();
      for (int j = i; j < keys.size(); j += FIFTHS) {
        held.add(keys.get(j));
      }
      rounds.add(round("fifth " + (i + 1), all, one -> held.contains(one.key())));
    }
    return useful(rounds);
  }

  private static List<Round> each(List<Observation> all, Function<Observation, String> group) {
    Set<String> groups = new TreeSet<>(mixes(all).map(group).toList());
    List<Round> rounds = new ArrayList<>();
    for (String name : groups) {
      rounds.add(round(name, all, one -> group.apply(one).equals(name)));
    }
    return useful(rounds);
  }

  private static List<Round> functions(List<Observation> all) {
    Map<String, Round> rounds = new LinkedHashMap<>();
    TreeSet<String> functions = new TreeSet<>();
    mixes(all).forEach(one -> functions.addAll(one.deployed()));
    for (String function : functions) {
      rounds.put(function, round(function, all, one -> one.deployed().contains(function)));
    }
    return useful(new ArrayList<>(rounds.values()));
  }

  /** What is held back, and all else but the same rates on the same kind of node. */
  private static Round round(String name, List<Observation> all, Predicate<Observation> held) {
    List<Observation> test = mixes(all).filter(held).toList();
    return Round.disjoint(name, all.stream().filter(held.negate()).toList(), test);
  }

  private static Stream<Observation> mixes(List<Observation> all) {
    return all.stream().filter(Observation::isMix);
  }

  private static List<Round> useful(List<Round> rounds) {
    return rounds.stream()
        .filter(round -> round.train().size() > 1 && !round.test().isEmpty())
        .toList();
  }
}
