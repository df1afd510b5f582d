package io.github.edgewatt.forecaster.evaluate;

import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.Repeat;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.ModelForecaster;
import io.github.edgewatt.forecaster.model.OverloadModel;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.model.train.Calibrator;
import io.github.edgewatt.forecaster.model.train.TrainingSet;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Trains contenders on each round of a split and scores them on what was held back. */
public final class Evaluation {
  /**
   * How to evaluate.
   *
   * @param fraction share of each pair's training configurations to use, above 0, at most 1
   * @param calibrate configurations of an unknown kind of node to calibrate with
   * @param seed of everything random
   */
  public record Options(double fraction, int calibrate, long seed) {}

  /**
   * A contender's scores.
   *
   * @param contender its name
   * @param points all measurements beside their forecasts
   * @param all scores over all rounds together
   * @param rounds scores by round
   * @param seconds time spent in training and asking
   */
  public record Result(
      String contender, Points points, Scores all, Map<String, Scores> rounds, double seconds) {
    /** Scores by group: a combination on its kind of node. */
    public Map<String, Scores> groups() {
      Map<String, Scores> groups = new TreeMap<>();
      points.byGroup().forEach((group, list) -> groups.put(group, Scores.of(list)));
      return groups;
    }
  }

  /**
   * Scores of one set of points.
   *
   * @param targets by figure; absent where the contender does not forecast it
   * @param overload empty where the contender does not forecast it
   */
  public record Scores(Map<Target, TargetScore> targets, Optional<OverloadScore> overload) {
    static Scores of(Points points) {
      Map<Target, TargetScore> targets = new EnumMap<>(Target.class);
      for (Target target : Target.values()) {
        if (!points.of(target).isEmpty()) {
          targets.put(target, TargetScore.of(points.of(target)));
        }
      }
      return new Scores(
          targets,
          points.overloads().isEmpty()
              ? Optional.empty()
              : Optional.of(OverloadScore.of(points.overloads())));
    }
  }

  private final Profiles profiles;
  private final Options options;
  private final Consumer<String> progress;
  private final BiConsumer<TrainedModel, Round> trained;

  /**
   * @param profiles what functions cost alone
   * @param progress told a line after each training
   */
  public Evaluation(Profiles profiles, Options options, Consumer<String> progress) {
    this(profiles, options, progress, (model, round) -> {});
  }

  private Evaluation(
      Profiles profiles,
      Options options,
      Consumer<String> progress,
      BiConsumer<TrainedModel, Round> trained) {
    this.profiles = profiles;
    this.options = options;
    this.progress = progress;
    this.trained = trained;
  }

  /** The same, telling {@code listener} each model and the round it is scored on. */
  public Evaluation watchedBy(BiConsumer<TrainedModel, Round> listener) {
    return new Evaluation(profiles, options, progress, listener);
  }

  /** The results of {@code contenders} over {@code rounds}, in order. */
  public List<Result> run(Collection<Contender> contenders, List<Round> rounds) {
    return contenders.stream().map(contender -> run(contender, rounds)).toList();
  }

  private Result run(Contender contender, List<Round> rounds) {
    Points all = new Points();
    Map<String, Scores> byRound = new LinkedHashMap<>();
    double seconds = 0;
    for (Round round : rounds) {
      long start = System.nanoTime();
      Points points = points(contender, round.withShare(options.fraction(), options.seed()));
      double took = (System.nanoTime() - start) * 1e-9;
      seconds += took;
      all.addAll(points);
      Scores scores = Scores.of(points);
      byRound.put(round.name(), scores);
      progress.accept(ScoreText.progress(contender.name(), round.name(), scores, took));
    }
    return new Result(contender.name(), all, Scores.of(all), byRound, seconds);
  }

  private Points points(Contender contender, Round round) {
    TrainedModel model =
        contender.train().apply(new TrainingSet(round.train(), profiles), options.seed());
    List<NodeType> unknown =
        round.test().stream()
            .map(Observation::node)
            .filter(node -> !model.nodes().containsKey(node))
            .distinct()
            .toList();
    TrainedModel asked = model;
    Round tested = round;
    for (NodeType node : unknown) {
      List<Observation> drawn = round.calibration(node, options.calibrate(), options.seed());
      // What was drawn is spent for all contenders: they are scored on the same measurements.
      tested = tested.without(drawn);
      asked = contender.adapts() ? Calibrator.adapt(asked, node, drawn) : asked;
      if (!asked.nodes().containsKey(node)) {
        asked = Calibrator.unadapted(asked, node, round.test());
      }
    }
    if (tested.test().isEmpty()) {
      throw new IllegalArgumentException(
          "--calibrate " + options.calibrate() + " leaves nothing to be scored on: give fewer");
    }
    trained.accept(asked, tested);
    return score(asked, tested);
  }

  private static Points score(TrainedModel model, Round round) {
    List<Observation> observations = new ArrayList<>();
    List<Repeat> repeats = new ArrayList<>();
    List<Load> loads = new ArrayList<>();
    for (Observation observation : round.test()) {
      for (Repeat repeat : observation.repeats()) {
        observations.add(observation);
        repeats.add(repeat);
        loads.add(observation.load().withIdle(repeat.idle()));
      }
    }
    double threshold = model.overload().map(OverloadModel::threshold).orElse(Double.NaN);
    List<Forecast> forecasts = ModelForecaster.nodeOnly(model).forecastAll(loads);
    Points points = new Points();
    for (int i = 0; i < loads.size(); i++) {
      points.add(round.name(), observations.get(i), repeats.get(i), forecasts.get(i), threshold);
    }
    return points;
  }
}
