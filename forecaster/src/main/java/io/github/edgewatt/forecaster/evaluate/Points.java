package io.github.edgewatt.forecaster.evaluate;

import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.Repeat;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.Interval;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measurements beside their forecasts, as they come in round by round. */
public final class Points {
  /**
   * A measured figure and its forecast, in the target's unit.
   *
   * @param group what it is scored with: the combination on its kind of node
   * @param configuration the same for repeats
   * @param rest the figure at rest
   * @param measured the figure under load
   * @param forecast with its bounds
   */
  public record Point(
      String group, String configuration, double rest, double measured, Interval forecast) {}

  /**
   * Whether a measurement overloaded, and its forecast.
   *
   * @param group as above
   * @param overloaded what happened
   * @param probability forecast
   * @param threshold probability from which the model calls it overload
   */
  public record Overload(String group, boolean overloaded, double probability, double threshold) {}

  private final Map<Target, List<Point>> points = new EnumMap<>(Target.class);
  private final List<Overload> overloads = new ArrayList<>();

  /** Takes in one measurement. */
  void add(
      String round, Observation observation, Repeat repeat, Forecast forecast, double threshold) {
    String group = observation.pair();
    forecast
        .node()
        .forEach(
            (target, interval) -> {
              if (Double.isFinite(repeat.increase(target))) {
                points
                    .computeIfAbsent(target, unused -> new ArrayList<>())
                    .add(
                        new Point(
                            group,
                            round + " " + observation.key() + " " + observation.combination(),
                            target.of(repeat.idle()),
                            repeat.measured(target),
                            interval));
              }
            });
    if (!Double.isNaN(forecast.overload())) {
      overloads.add(new Overload(group, repeat.overloaded(), forecast.overload(), threshold));
    }
  }

  void addAll(Points other) {
    other.points.forEach(
        (target, list) -> points.computeIfAbsent(target, unused -> new ArrayList<>()).addAll(list));
    overloads.addAll(other.overloads);
  }

  /** The same by group. */
  Map<String, Points> byGroup() {
    Map<String, Points> groups = new TreeMap<>();
    points.forEach(
        (target, list) ->
            list.forEach(
                one ->
                    groups
                        .computeIfAbsent(one.group(), unused -> new Points())
                        .points
                        .computeIfAbsent(target, unused -> new ArrayList<>())
                        .add(one)));
    overloads.forEach(
        one -> groups.computeIfAbsent(one.group(), unused -> new Points()).overloads.add(one));
    return groups;
  }

  /** The points of {@code target}, in order; empty where there are none. */
  public List<Point> of(Target target) {
    return List.copyOf(points.getOrDefault(target, List.of()));
  }

  public List<Overload> overloads() {
    return List.copyOf(overloads);
  }
}
