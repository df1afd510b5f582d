package io.github.edgewatt.forecaster.profile;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeanInterval;
import io.github.edgewatt.dataset.MeasurementRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What one function costs alone, as people read it. Costs per request are taken at low load: at
 * rates up to half of the highest safe one, or at the lowest valid rate where none is so low.
 *
 * @param function its name
 * @param cpuMillisPerRequest CPU in ms per answered request, see {@link SlopeThroughOrigin}
 * @param joulesPerRequest attributed energy in joules per answered request, in the same way; absent
 *     without a meter
 * @param memory its memory over the rates that are not overloaded
 * @param knee where it overloads the node
 * @param points by rising rate, at least one
 */
public record CostFigures(
    String function,
    MeanInterval cpuMillisPerRequest,
    MeanInterval joulesPerRequest,
    MemoryLine memory,
    SoloProfile knee,
    List<RatePoint> points) {
  /** CPU of 1 % of a core over a second, in ms. */
  private static final double MILLIS_PER_PERCENT = 10;

  private static final double MICRO = 1e-6;

  public CostFigures {
    points = List.copyOf(points);
  }

  /** The figures of all functions with a solo row that is not invalid, by name. */
  public static List<CostFigures> all(Collection<MeasurementRow> rows) {
    return SoloRepeats.byFunction(rows).entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static CostFigures of(String function, Map<Integer, SoloRepeats> byRate) {
    List<RatePoint> points = new ArrayList<>();
    byRate.forEach((rate, repeats) -> points.add(RatePoint.of(rate, repeats)));
    List<MeasurementRow> all =
        byRate.values().stream().flatMap(repeats -> repeats.rows().stream()).toList();
    SoloProfile knee = SoloProfile.of(function, all);
    TreeMap<Integer, List<FunctionRow>> sound = new TreeMap<>();
    byRate.forEach((rate, repeats) -> sound.put(rate, repeats.sound().parts()));
    sound.values().removeIf(List::isEmpty);
    TreeMap<Integer, List<FunctionRow>> low = new TreeMap<>();
    sound.forEach(
        (rate, parts) -> {
          if (low.isEmpty() || 2 * rate <= knee.highestSafeRate()) {
            low.put(rate, parts);
          }
        });
    return new CostFigures(
        function,
        SlopeThroughOrigin.of(costs(low, CostFigures::cpuMillis)),
        SlopeThroughOrigin.of(costs(low, CostFigures::joules)),
        MemoryLine.through(points.stream().filter(p -> sound.containsKey(p.rate())).toList()),
        knee,
        points);
  }

  private static Map<Integer, List<Double>> costs(
      Map<Integer, List<FunctionRow>> byRate, ToDoubleFunction<FunctionRow> cost) {
    TreeMap<Integer, List<Double>> costs = new TreeMap<>();
    byRate.forEach(
        (rate, parts) -> costs.put(rate, parts.stream().map(cost::applyAsDouble).toList()));
    return costs;
  }

  /** As counted where it was, else by the asked rate and its success. */
  private static double cpuMillis(FunctionRow part) {
    double counted = part.detail().cpuMillisPerRequest();
    return Double.isFinite(counted)
        ? counted
        : MILLIS_PER_PERCENT * part.cpuPercent() / (part.rate() * part.successRate());
  }

  private static double joules(FunctionRow part) {
    double counted = part.detail().joulesPerRequest();
    return Double.isFinite(counted)
        ? counted
        : MICRO * part.powerMicrowatts() / (part.rate() * part.successRate());
  }
}
