package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.FeatureSpace;
import io.github.edgewatt.forecaster.feature.FunctionFeatures;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.RateSpace;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.FunctionTarget;
import io.github.edgewatt.forecaster.model.OverloadModel;
import io.github.edgewatt.forecaster.model.Regressor;
import io.github.edgewatt.forecaster.model.TargetModel;
import io.github.edgewatt.forecaster.model.TrainedModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Trains a model: picks learners by cross-validation, then fits the chosen ones to everything. */
public final class Trainer {
  /** Two to learn from and one to be tested on. */
  private static final int FEWEST_CONFIGURATIONS = 3;

  private static final int TREES = 100;
  private static final int OVERLOAD_TREES = 150;
  private static final int FUNCTION_TREES = 60;
  private static final int MOST_JUDGED = 6_000;
  private static final int MOST_FUNCTION_OBSERVATIONS = 4_000;

  /**
   * What to train.
   *
   * @param rates upstream's features; empty for our own
   * @param functionTargets which figures of functions to learn
   * @param seed of everything random
   * @param mostObservations how many observations the final fit uses at most, drawn evenly over
   *     combinations; selection by cross-validation always uses fewer
   */
  public record Options(
      Optional<RateSpace> rates,
      List<FunctionTarget> functionTargets,
      long seed,
      int mostObservations) {
    public Options {
      functionTargets = List.copyOf(functionTargets);
    }
  }

  /**
   * Where the measurements come from, for the model's header.
   *
   * @param tool name and version of what trains
   * @param dataHash SHA-256 of the measurements
   * @param now time of the training
   */
  public record Origin(String tool, String dataHash, java.time.Instant now) {}

  private final TrainingSet set;
  private final List<Observation> fitted;
  private final Options options;
  private final double[] weights;
  private final CrossValidation validation;
  private final Map<Target, CrossValidation.Choice> choices = new EnumMap<>(Target.class);
  private final Map<FunctionTarget, CrossValidation.FunctionChoice> functionChoices =
      new EnumMap<>(FunctionTarget.class);
  private final List<String> notes = new ArrayList<>();
  private final Map<String, Double> scores = new TreeMap<>();

  private Trainer(TrainingSet set, Options options) {
    this.set = set;
    this.options = options;
    this.fitted = Subsets.ofPairs(set.observations(), options.mostObservations(), options.seed());
    this.weights = Weights.byPair(fitted);
    this.validation =
        CrossValidation.of(set, options.rates(), options.functionTargets(), options.seed());
    for (Target target : Target.values()) {
      validation.choose(target).ifPresent(choice -> choices.put(target, choice));
    }
    for (FunctionTarget target : options.functionTargets()) {
      validation.choose(target).ifPresent(choice -> functionChoices.put(target, choice));
    }
    notes.add("learners chosen by cross-validation on training data: " + validation.what());
  }

  /**
   * The model of {@code set}.
   *
   * @throws IllegalArgumentException where there are fewer than three configurations, or none with
   *     usable figures
   */
  public static TrainedModel train(TrainingSet set, Options options, Origin origin) {
    return choose(set, options).fit(origin);
  }

  /**
   * Picks learners by cross-validation, which takes most of the time.
   *
   * @throws IllegalArgumentException where there are fewer than three configurations, or none with
   *     usable figures
   */
  public static Trainer choose(TrainingSet set, Options options) {
    long configurations = set.observations().stream().map(Observation::key).distinct().count();
    if (configurations < FEWEST_CONFIGURATIONS) {
      throw new IllegalArgumentException(
          configurations
              + (configurations == 1 ? " configuration is" : " configurations are")
              + " too little to learn from: measure at least "
              + FEWEST_CONFIGURATIONS);
    }
    Trainer trainer = new Trainer(set, options);
    if (trainer.choices.isEmpty() && trainer.validation.overload().isEmpty()) {
      throw new IllegalArgumentException(
          "no figure of the node can be learnt: each is absent, or known in too few measurements");
    }
    return trainer;
  }

  /** The model of the learners picked, fitted to everything; to be asked once. */
  public TrainedModel fit(Origin origin) {
    List<Observation> all = set.observations();
    boolean ours = options.rates().isEmpty();
    CpuPhysics physics =
        ours ? Spaces.physics(all, set.profiles(), options.seed()) : CpuPhysics.PRIOR;
    FeatureSpace space = Spaces.of(options.rates(), set.profiles(), physics);
    double[][] features = Fitting.features(space, fitted);
    List<Target> known = List.copyOf(choices.keySet());
    // In parallel: each grows its own forest.
    List<TargetModel> models =
        known.parallelStream().map(target -> fit(target, space, features)).toList();
    Map<Target, TargetModel> targets = new EnumMap<>(Target.class);
    for (int i = 0; i < known.size(); i++) {
      targets.put(known.get(i), models.get(i));
    }
    for (Target target : Target.values()) {
      note(target);
    }
    Optional<OverloadModel> overload = overload(space, features, physics);
    Map<FunctionTarget, TargetModel> functions = new EnumMap<>(FunctionTarget.class);
    List<FunctionTarget> wanted = List.copyOf(functionChoices.keySet());
    List<TargetModel> functionModels =
        wanted.parallelStream().map(target -> fit(target, physics)).toList();
    for (int i = 0; i < wanted.size(); i++) {
      functions.put(wanted.get(i), functionModels.get(i));
      scores.put(
          "function." + wanted.get(i).text() + ".r2", functionChoices.get(wanted.get(i)).r2());
    }
    return new TrainedModel(
        Summaries.header(origin, options.seed(), all, scores, notes),
        set.profiles(),
        physics,
        options.rates(),
        Summaries.nodes(all),
        Summaries.highestRates(all),
        targets,
        overload,
        functions,
        Map.of());
  }

  private TargetModel fit(Target target, FeatureSpace space, double[][] features) {
    CrossValidation.Choice choice = choices.get(target);
    int[] columns = TargetFeatures.columns(space, target);
    boolean absolute = options.rates().isPresent();
    Samples samples =
        Fitting.samples(fitted, weights, features, columns, target, absolute).orElseThrow();
    Regressor regressor =
        Learner.fit(
                List.of(choice.best()),
                samples,
                TargetFeatures.physicsColumn(space),
                TREES,
                options.seed())
            .get(choice.best());
    return new TargetModel(
        choice.best().text(),
        TargetFeatures.names(space, columns),
        columns,
        regressor,
        absolute,
        choice.scale());
  }

  private void note(Target target) {
    CrossValidation.Choice choice = choices.get(target);
    if (choice == null) {
      notes.add(target.text() + ": left out, no usable figures in the data");
      return;
    }
    List<String> others = new ArrayList<>();
    choice
        .r2()
        .forEach(
            (learner, r2) -> others.add(String.format(Locale.ROOT, "%s %.3f", learner.text(), r2)));
    notes.add(
        target.text() + ": " + choice.best().text() + " (R2 " + String.join(", ", others) + ")");
    scores.put(target.text() + ".r2", choice.r2().get(choice.best()));
    scores.put(target.text() + ".rmse", choice.rmse());
  }

  private Optional<OverloadModel> overload(
      FeatureSpace space, double[][] features, CpuPhysics physics) {
    Optional<CrossValidation.OverloadChoice> choice = validation.overload();
    if (choice.isEmpty()) {
      boolean any = set.observations().stream().anyMatch(one -> one.overloadedShare() > 0);
      notes.add(
          any
              ? "overload: left out, nothing but overload in the data"
              : "overload: left out, no overload in the data");
      return Optional.empty();
    }
    boolean ours = options.rates().isEmpty();
    // Evenly drawn: combinations measured at many rates would drown the few overloads of others.
    int most = Math.min(MOST_JUDGED, options.mostObservations());
    List<Observation> judged = Subsets.ofPairs(set.observations(), most, options.seed());
    List<String> names = ours ? FunctionFeatures.NAMES : space.names();
    Samples samples =
        ours
            ? FunctionSamples.overload(judged, Weights.byPair(judged), set.profiles(), physics)
            : new Samples(
                features,
                fitted.stream().mapToDouble(Observation::overloadedShare).toArray(),
                weights);
    scores.put("overload.ap", choice.get().averagePrecision());
    scores.put("overload.f1", choice.get().f1());
    return Optional.of(
        new OverloadModel(
            ours,
            "forest",
            names,
            IntStream.range(0, names.size()).toArray(),
            Fitting.overloadForest(samples, OVERLOAD_TREES, options.seed()),
            choice.get().calibration(),
            choice.get().threshold()));
  }

  private TargetModel fit(FunctionTarget target, CpuPhysics physics) {
    List<Observation> fewer =
        Subsets.ofPairs(set.observations(), MOST_FUNCTION_OBSERVATIONS, options.seed());
    Samples samples =
        FunctionSamples.of(target, fewer, Weights.byPair(fewer), set.profiles(), physics);
    return new TargetModel(
        "forest",
        FunctionFeatures.NAMES,
        IntStream.range(0, FunctionFeatures.NAMES.size()).toArray(),
        Fitting.function(samples, FUNCTION_TREES, options.seed()),
        true,
        functionChoices.get(target).scale());
  }
}
