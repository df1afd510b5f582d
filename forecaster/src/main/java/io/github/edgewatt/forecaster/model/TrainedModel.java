package io.github.edgewatt.forecaster.model;

import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.FeatureSpace;
import io.github.edgewatt.forecaster.feature.FunctionFeatures;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.ProfileSpace;
import io.github.edgewatt.forecaster.feature.RateSpace;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything a trained model is. Immutable.
 *
 * @param header where it comes from
 * @param profiles what functions cost alone; empty for upstream's families
 * @param physics the fitted physics; the prior for upstream's families
 * @param rates upstream's features; empty for our own family
 * @param nodes the kinds of nodes, each with its usual figures at rest
 * @param highestRates the highest rate each function was trained on, requests per second
 * @param targets how the node's figures are forecast
 * @param overload how overload is forecast; empty where the data held none, or nothing else
 * @param functionTargets how functions' figures are forecast
 * @param adaptations kinds of nodes that were added by calibration
 */
public record TrainedModel(
    ModelHeader header,
    Profiles profiles,
    CpuPhysics physics,
    Optional<RateSpace> rates,
    Map<NodeType, Idle> nodes,
    Map<String, Double> highestRates,
    Map<Target, TargetModel> targets,
    Optional<OverloadModel> overload,
    Map<FunctionTarget, TargetModel> functionTargets,
    Map<NodeType, Adaptation> adaptations) {
  public TrainedModel {
    nodes = Collections.unmodifiableMap(new TreeMap<>(nodes));
    highestRates = Collections.unmodifiableMap(new TreeMap<>(highestRates));
    EnumMap<Target, TargetModel> byTarget = new EnumMap<>(Target.class);
    byTarget.putAll(targets);
    targets = Collections.unmodifiableMap(byTarget);
    EnumMap<FunctionTarget, TargetModel> byFunctionTarget = new EnumMap<>(FunctionTarget.class);
    byFunctionTarget.putAll(functionTargets);
    functionTargets = Collections.unmodifiableMap(byFunctionTarget);
    adaptations = Collections.unmodifiableMap(new TreeMap<>(adaptations));
  }

  /** The same model of another origin or with other notes. */
  public TrainedModel withHeader(ModelHeader other) {
    return new TrainedModel(
        other,
        profiles,
        physics,
        rates,
        nodes,
        highestRates,
        targets,
        overload,
        functionTargets,
        adaptations);
  }

  /**
   * The same model for one function more, which it knows from running alone.
   *
   * @param profile of a node with as many cores as the others' were measured on; takes the place of
   *     another of the same function
   */
  public TrainedModel withProfile(CostProfile profile) {
    return with(profiles.with(profile), rates);
  }

  /** The same model, which sees the rates of loads by {@code space}, of the same columns. */
  public TrainedModel withRates(RateSpace space) {
    if (!rates.map(RateSpace::names).equals(Optional.of(space.names()))) {
      throw new IllegalArgumentException("columns that the model was not trained on");
    }
    return with(profiles, Optional.of(space));
  }

  private TrainedModel with(Profiles known, Optional<RateSpace> space) {
    return new TrainedModel(
        header,
        known,
        physics,
        space,
        nodes,
        highestRates,
        targets,
        overload,
        functionTargets,
        adaptations);
  }

  /** How this model sees a load on the whole node. */
  public FeatureSpace space() {
    return rates.<FeatureSpace>map(space -> space).orElse(new ProfileSpace(profiles, physics));
  }

  /** How this model sees a function in a load. */
  public double[] functionFeatures(String function, Load load) {
    return FunctionFeatures.of(function, load, profiles, physics);
  }
}
