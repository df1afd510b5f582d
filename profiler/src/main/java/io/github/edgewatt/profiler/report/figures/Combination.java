package io.github.edgewatt.profiler.report.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All configurations of the same functions together.
 *
 * @param functions names in combination order
 * @param points measured ones in the order taken, then skipped ones
 */
public record Combination(List<String> functions, List<MixPoint> points) {
  public Combination {
    functions = List.copyOf(functions);
    points = List.copyOf(points);
  }

  /** Groups points by their functions, in the order of first appearance. */
  static List<Combination> group(List<MixPoint> points) {
    Map<List<String>, List<MixPoint>> groups = new LinkedHashMap<>();
    for (MixPoint point : points) {
      groups
          .computeIfAbsent(point.configuration().functions(), names -> new ArrayList<>())
          .add(point);
    }
    return groups.entrySet().stream()
        .map(entry -> new Combination(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** How many of its configurations are in {@code state}. */
  public long count(State state) {
    return points.stream().filter(point -> point.state() == state).count();
  }
}
