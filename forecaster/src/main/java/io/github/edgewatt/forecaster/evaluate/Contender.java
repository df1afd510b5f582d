package io.github.edgewatt.forecaster.evaluate;

import io.github.edgewatt.forecaster.feature.RateSpace;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.model.train.Baselines;
import io.github.edgewatt.forecaster.model.train.Trainer;
import io.github.edgewatt.forecaster.model.train.TrainingSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A way to make a model, to be scored beside others.
 *
 * @param name the word on the command line and in tables
 * @param train makes a model of a training set with a seed
 * @param adapts whether it can be calibrated to an unknown kind of node
 */
public record Contender(
    String name, BiFunction<TrainingSet, Long, TrainedModel> train, boolean adapts) {
  /** More than this cost time and no longer move scores. */
  private static final int MOST_OBSERVATIONS = 6_000;

  private static final Trainer.Origin ORIGIN =
      new Trainer.Origin("evaluation", "", java.time.Instant.EPOCH);

  /** The names of all contenders, our own first. */
  public static final List<String> NAMES =
      List.of("profiles", "ridge", "groups", "functions", "idle");

  /** Our own features, learners chosen by cross-validation. */
  public static Contender profiles() {
    return new Contender(
        "profiles",
        (set, seed) ->
            Trainer.train(
                set,
                new Trainer.Options(Optional.empty(), List.of(), seed, MOST_OBSERVATIONS),
                ORIGIN),
        true);
  }

  /** Ridge on the sums of what functions cost alone. */
  public static Contender ridge() {
    return new Contender("ridge", (set, seed) -> Baselines.ridge(set, seed, ORIGIN), false);
  }

  /** Nothing but the figures at rest. */
  public static Contender idle() {
    return new Contender("idle", (set, seed) -> Baselines.idle(set, seed, ORIGIN), false);
  }

  /**
   * Upstream's features by group, in a forest.
   *
   * @param groups group name to functions
   */
  public static Contender groups(Map<String, List<String>> groups) {
    return rates("groups", RateSpace.groups(groups));
  }

  /** Upstream's features by function, in a forest. */
  public static Contender functions(List<String> functions) {
    return rates("functions", RateSpace.functions(functions));
  }

  private static Contender rates(String name, RateSpace space) {
    return new Contender(
        name,
        (set, seed) ->
            Trainer.train(
                set,
                new Trainer.Options(Optional.of(space), List.of(), seed, MOST_OBSERVATIONS),
                ORIGIN),
        false);
  }
}
