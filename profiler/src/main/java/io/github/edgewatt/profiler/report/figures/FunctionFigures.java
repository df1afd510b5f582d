package io.github.edgewatt.profiler.report.figures;

import io.github.edgewatt.dataset.MeanInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * What one function costs alone. All costs are taken at one rate, {@code atRate}: the highest safe
 * rate that was repeated, else the highest safe rate. There the cost of a request stands out best
 * from the node's noise, and it is the load a user would dare.
 *
 * @param function the function's name
 * @param safe how far it may be loaded
 * @param atRate the rate of the costs in requests per second; empty without a safe rate
 * @param cpuMillisPerRequest CPU time in ms per answered request over the repeats
 * @param memoryMegabytes resident memory in MB (10^6 bytes) over the repeats
 * @param joulesPerRequest energy in joules per answered request over the repeats
 * @param powerSource {@code measured}, {@code estimate} or {@code none}
 * @param latencyP50Millis mean of the repeats' medians in ms
 * @param latencyP99Millis mean of the repeats' 99th percentiles in ms
 * @param absence why there are no costs, empty where there are
 * @param points all measurements of the function alone, in the order taken
 */
public record FunctionFigures(
    String function,
    SafeRate safe,
    OptionalInt atRate,
    MeanInterval cpuMillisPerRequest,
    MeanInterval memoryMegabytes,
    MeanInterval joulesPerRequest,
    String powerSource,
    double latencyP50Millis,
    double latencyP99Millis,
    String absence,
    List<SoloPoint> points) {
  public FunctionFigures {
    points = List.copyOf(points);
  }

  /** Takes the figures from a function's solo points. */
  static FunctionFigures of(String function, List<SoloPoint> points) {
    SafeRate safe = SafeRate.of(points);
    OptionalInt atRate = referenceRate(safe, points);
    List<SoloPoint> repeats = new ArrayList<>();
    for (SoloPoint point : points) {
      if (point.state() == State.VALID && atRate.isPresent() && point.rate() == atRate.getAsInt()) {
        repeats.add(point);
      }
    }
    return new FunctionFigures(
        function,
        safe,
        atRate,
        mean(repeats, SoloPoint::cpuMillisPerRequest),
        mean(repeats, SoloPoint::memoryMegabytes),
        mean(repeats, SoloPoint::joulesPerRequest),
        repeats.isEmpty() ? "none" : repeats.get(0).powerSource(),
        mean(repeats, SoloPoint::latencyP50Millis).mean(),
        mean(repeats, SoloPoint::latencyP99Millis).mean(),
        repeats.isEmpty() ? absence(points) : "",
        points);
  }

  private static OptionalInt referenceRate(SafeRate safe, List<SoloPoint> points) {
    if (safe.highestSafe().isEmpty()) {
      return OptionalInt.empty();
    }
    int limit = safe.highestSafe().getAsInt();
    OptionalInt repeated =
        points.stream()
            .mapToInt(SoloPoint::rate)
            .filter(rate -> rate > 0 && rate <= limit && validAt(rate, points) > 1)
            .max();
    return repeated.isPresent() ? repeated : safe.highestSafe();
  }

  private static long validAt(int rate, List<SoloPoint> points) {
    return points.stream().filter(p -> p.rate() == rate && p.state() == State.VALID).count();
  }

  private static String absence(List<SoloPoint> points) {
    if (points.isEmpty()) {
      return "not measured alone";
    }
    boolean overloaded = points.stream().anyMatch(point -> point.state().isOverload());
    return overloaded ? "overloaded at every valid rate" : "no valid measurement alone";
  }

  private static MeanInterval mean(List<SoloPoint> points, ToDoubleFunction<SoloPoint> figure) {
    return MeanInterval.of(points.stream().map(figure::applyAsDouble).toList());
  }
}
