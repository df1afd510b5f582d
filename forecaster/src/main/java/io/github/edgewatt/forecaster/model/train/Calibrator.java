package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Adaptation;
import io.github.edgewatt.forecaster.model.IntervalScale;
import io.github.edgewatt.forecaster.model.TargetModel;
import io.github.edgewatt.forecaster.model.TrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adapts a model to a kind of node it was not trained on, from a few configurations measured there.
 *
 * <p>The physics is fitted anew with the trained parameters as its prior (maximum a posteriori), so
 * that five measurements move what they can tell and leave the rest. The other targets' increases
 * are scaled by {@code (Σ f y + λ Σ f²/n) / (Σ f² + λ Σ f²/n)}, measured y over forecast f, held
 * towards 1 by λ measurements' worth.
 */
public final class Calibrator {
  private static final double PRIOR_WEIGHT = 3;
  private static final double HELD_BY = 3;

  /** An adapted forecast is trusted less than a trained one, until this many configurations. */
  private static final double CONFIGURATIONS_TO_TRUST = 10;

  private Calibrator() {}

  /**
   * {@code model} with an adaptation to {@code node}.
   *
   * @param observations measured on that kind of node; none leaves the trained physics as it is
   * @throws IllegalArgumentException where the model has no physics (upstream's families)
   */
  public static TrainedModel adapt(
      TrainedModel model, NodeType node, List<Observation> observations) {
    if (model.rates().isPresent()) {
      throw new IllegalArgumentException(
          "a model of rates alone cannot be adapted: train one on profiles");
    }
    List<PhysicsFit.Case> cases = new ArrayList<>();
    for (Observation observation : observations) {
      double increase = observation.increase(Target.CPU);
      if (!observation.rates().isEmpty() && Double.isFinite(increase)) {
        cases.add(new PhysicsFit.Case(observation.load(), increase, 1));
      }
    }
    CpuPhysics physics = PhysicsFit.fit(cases, model.profiles(), model.physics(), PRIOR_WEIGHT);
    double widening = 1 + 1 / (1 + observations.size() / CONFIGURATIONS_TO_TRUST);
    IntervalScale trained =
        model.targets().containsKey(Target.CPU)
            ? model.targets().get(Target.CPU).scale()
            : new IntervalScale(PhysicsFit.LOSS_SCALE, 0.2, -1, 1);
    Adaptation adaptation =
        new Adaptation(
            observations.size(),
            physics,
            new IntervalScale(
                trained.floor(),
                trained.slope(),
                trained.low() * widening,
                trained.high() * widening),
            factors(model, observations),
            widening);
    Map<NodeType, Adaptation> adaptations = new TreeMap<>(model.adaptations());
    adaptations.put(node, adaptation);
    Map<NodeType, Idle> nodes = new TreeMap<>(model.nodes());
    nodes.putAll(Summaries.nodes(observations));
    return with(model, nodes, adaptations);
  }

  /**
   * {@code model}, made to answer for a kind of node it knows nothing of as if it knew it: how
   * models without physics are scored there.
   */
  public static TrainedModel unadapted(
      TrainedModel model, NodeType node, List<Observation> observations) {
    Map<NodeType, Idle> nodes = new TreeMap<>(model.nodes());
    nodes.put(node, Summaries.nodes(observations).get(node));
    return with(model, nodes, model.adaptations());
  }

  private static TrainedModel with(
      TrainedModel model, Map<NodeType, Idle> nodes, Map<NodeType, Adaptation> adaptations) {
    return new TrainedModel(
        model.header(),
        model.profiles(),
        model.physics(),
        model.rates(),
        nodes,
        model.highestRates(),
        model.targets(),
        model.overload(),
        model.functionTargets(),
        adaptations);
  }

  private static Map<Target, Double> factors(TrainedModel model, List<Observation> observations) {
    Map<Target, Double> factors = new EnumMap<>(Target.class);
    for (Map.Entry<Target, TargetModel> entry : model.targets().entrySet()) {
      if (entry.getKey() == Target.CPU) {
        continue;
      }
      double[] forecast = new double[observations.size()];
      double[] measured = new double[observations.size()];
      int count = 0;
      for (Observation observation : observations) {
        double increase = observation.increase(entry.getKey());
        if (Double.isFinite(increase)) {
          measured[count] = increase;
          forecast[count++] = increase(model, entry.getValue(), observation);
        }
      }
      factors.put(
          entry.getKey(), factor(Arrays.copyOf(forecast, count), Arrays.copyOf(measured, count)));
    }
    return factors;
  }

  private static double increase(TrainedModel model, TargetModel target, Observation observation) {
    return target
        .regressor()
        .at(TargetFeatures.select(model.space().of(observation.load()), target.columns()));
  }

  private static double factor(double[] forecast, double[] measured) {
    double both = 0;
    double square = 0;
    for (int i = 0; i < forecast.length; i++) {
      both += forecast[i] * measured[i];
      square += forecast[i] * forecast[i];
    }
    if (square == 0) {
      return 1;
    }
    double held = HELD_BY * square / forecast.length;
    return Math.max(0, (both + held) / (square + held));
  }
}
