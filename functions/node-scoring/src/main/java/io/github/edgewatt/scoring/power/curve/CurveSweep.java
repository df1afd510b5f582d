package io.github.edgewatt.scoring.power.curve;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import io.github.edgewatt.forecaster.model.Interval;
import io.github.edgewatt.forecaster.model.ModelForecaster;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.scoring.power.curve.MonotoneFit.Point;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Works out a power curve from a model's forecasts. A model answers rates of functions; a scheduler
 * knows a node's CPU use. Both meet in what the model forecasts for the same load:
 *
 * <pre>{@code
 * loads  : each function alone, and each combination trained on that kind of node, all its rates
 *          at 0, 5, 10, … 100 % of the highest trained ones; what the model calls extrapolated is
 *          left out
 * x, y   : forecast CPU in % of one core / (100 x cores), forecast watts
 * points : means of x and y over bins of 0.01 in x, weighing as many loads as fell into them
 * curve  : the closest rising one (pool adjacent violators), straight between its knots
 * }</pre>
 */
final class CurveSweep {
  private static final int STEPS = 20;
  private static final int BINS_PER_USE = 100;
  private static final int MOST_MIXES = 256;

  private final TrainedModel model;
  private final ModelForecaster forecaster;

  CurveSweep(TrainedModel model) {
    this.model = model;
    this.forecaster = ModelForecaster.nodeOnly(model);
  }

  /** The curve; empty where the model tells no watts of {@code type}, or none that rise. */
  Optional<PowerCurve> of(NodeType type) {
    Map<Integer, Point> bins = new TreeMap<>();
    for (Forecast forecast : forecaster.forecastAll(loads(type))) {
      Interval cpu = forecast.node().get(Target.CPU);
      Interval power = forecast.node().get(Target.POWER);
      if (cpu == null || power == null || forecast.is(Warning.Kind.EXTRAPOLATED)) {
        continue;
      }
      double use = cpu.value() / (100.0 * type.cores());
      if (Double.isFinite(use) && Double.isFinite(power.value())) {
        bins.merge(
            (int) Math.floor(use * BINS_PER_USE),
            new Point(use, power.value(), 1),
            CurveSweep::mean);
      }
    }
    List<Point> knots = MonotoneFit.of(List.copyOf(bins.values()));
    return knots.size() < 2 ? Optional.empty() : Optional.of(PowerCurve.through(knots));
  }

  private static Point mean(Point one, Point other) {
    double weight = one.weight() + other.weight();
    return new Point(
        (one.x() * one.weight() + other.x() * other.weight()) / weight,
        (one.y() * one.weight() + other.y() * other.weight()) / weight,
        weight);
  }

  private List<Load> loads(NodeType type) {
    Idle idle = model.nodes().get(type);
    Map<String, Double> highest = forecaster.highestRates();
    List<Load> loads = new ArrayList<>();
    for (Set<String> mix : mixes(type, highest.keySet())) {
      for (int step = 0; step <= STEPS; step++) {
        Map<String, Double> rates = new TreeMap<>();
        for (String function : mix) {
          rates.put(function, highest.get(function) * step / STEPS);
        }
        loads.add(Load.of(type, rates, idle));
      }
    }
    return loads;
  }

  private Set<Set<String>> mixes(NodeType type, Set<String> known) {
    Set<Set<String>> mixes = new LinkedHashSet<>();
    known.forEach(function -> mixes.add(Set.of(function)));
    String prefix = type.name() + " ";
    model.header().combinations().stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> new TreeSet<>(List.of(line.substring(prefix.length()).split("\\+", -1))))
        .filter(known::containsAll)
        .limit(MOST_MIXES)
        .forEach(mixes::add);
    return mixes;
  }
}
