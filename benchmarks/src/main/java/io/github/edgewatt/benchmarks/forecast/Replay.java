package io.github.edgewatt.benchmarks.forecast;

import io.github.edgewatt.dataset.read.Dataset;
import io.github.edgewatt.dataset.read.DatasetReader;
import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.Observations;
import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.Profiles;
import io.github.edgewatt.forecaster.suggest.Measured;
import io.github.edgewatt.forecaster.suggest.MixFeatures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/**
 * How many measurements the rule of {@code suggest} saves: published measurements as the oracle,
 * measured in the rule's order, in random orders and in the grid's, the same light model fitted
 * after every tenth.
 */
final class Replay {
  private static final double TEST_SHARE = 0.3;

  private Replay() {}

  /**
   * Prints the tables.
   *
   * @param args folder with {@code solo} and {@code mixes}, number of seeds, kinds of nodes
   */
  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      System.err.println("usage: replay.sh DATA SEEDS [LIGHT MID HEAVY]");
      System.exit(2);
    }
    Path data = Path.of(args[0]);
    int seeds = Integer.parseInt(args[1]);
    List<String> nodes =
        args.length > 2 ? List.of(args).subList(2, args.length) : List.of("LIGHT", "MID", "HEAVY");
    Dataset solo = DatasetReader.read(data.resolve("solo"));
    Profiles profiles = new Profiles(6, CostProfile.all(solo.rows()));
    Observations mixes =
        Observations.of(List.of(DatasetReader.read(data.resolve("mixes"))), Optional.empty());
    for (String node : nodes) {
      NodeType type = NodeType.named(node).orElseThrow();
      List<Observation> all = mixes.where(it -> it.node().equals(type) && !it.rates().isEmpty());
      MixFeatures features = new MixFeatures(profiles, type, CpuPhysics.PRIOR);
      List<Measured> measured = all.stream().map(Measured::of).toList();
      new ReplayTable(seeds, heldOut(node, features, measured)).print(System.out);
      new ReplayTable(seeds, unseen(node, features, measured)).print(System.out);
    }
  }

  /** Configurations of known combinations. */
  private static List<Task> heldOut(String node, MixFeatures features, List<Measured> all) {
    List<Measured> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(0));
    int test = (int) (TEST_SHARE * shuffled.size());
    return List.of(
        new Task(
            node + ", unseen configurations",
            features,
            shuffled.subList(test, shuffled.size()),
            shuffled.subList(0, test)));
  }

  /** Each combination in turn as the one nobody measured. */
  private static List<Task> unseen(String node, MixFeatures features, List<Measured> all) {
    TreeSet<String> combinations = new TreeSet<>();
    all.forEach(it -> combinations.add(String.join("+", it.configuration().functions())));
    return combinations.stream()
        .map(
            left ->
                new Task(
                    node + ", unseen combination",
                    features,
                    all.stream().filter(it -> !is(it, left)).toList(),
                    all.stream().filter(it -> is(it, left)).toList()))
        .toList();
  }

  private static boolean is(Measured measured, String combination) {
    return String.join("+", measured.configuration().functions()).equals(combination);
  }
}
