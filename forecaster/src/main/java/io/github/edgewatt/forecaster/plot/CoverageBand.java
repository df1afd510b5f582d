package io.github.edgewatt.forecaster.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How many of a band's configurations lie within their intervals.
 *
 * @param meanPredicted the mean forecast, by which bands are ordered
 */
record CoverageBand(String name, int count, int covered, double meanPredicted) {
  private static final int FIFTHS = 5;

  /** Fewer are not split into fifths. */
  private static final int FEWEST_TO_SPLIT = 50;

  double share() {
    return (double) covered / count;
  }

  /** All configurations that have figures and bounds, as one band. */
  static CoverageBand all(Predicted target) {
    return of("all", target, complete(target));
  }

  /** The caller's bands, or fifths by the forecast, by their mean forecast. */
  static List<CoverageBand> bands(Predicted target) {
    List<Integer> complete = complete(target);
    Map<String, List<Integer>> members =
        target.band().length == 0 ? fifths(target, complete) : named(target, complete);
    List<CoverageBand> bands = new ArrayList<>();
    members.forEach((name, rows) -> bands.add(of(name, target, rows)));
    bands.sort(Comparator.comparingDouble(CoverageBand::meanPredicted));
    return bands;
  }

  private static CoverageBand of(String name, Predicted target, List<Integer> rows) {
    int covered = 0;
    double sum = 0;
    for (int row : rows) {
      double observed = target.observed()[row];
      sum += target.predicted()[row];
      if (observed >= target.low()[row] && observed <= target.high()[row]) {
        covered++;
      }
    }
    return new CoverageBand(name, rows.size(), covered, sum / rows.size());
  }

  /** Bounds may be infinite, but not absent. */
  private static List<Integer> complete(Predicted target) {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < target.low().length; i++) {
      if (Points.isDrawable(target.observed()[i])
          && Points.isDrawable(target.predicted()[i])
          && !Double.isNaN(target.low()[i])
          && !Double.isNaN(target.high()[i])) {
        rows.add(i);
      }
    }
    return rows;
  }

  private static Map<String, List<Integer>> named(Predicted target, List<Integer> rows) {
    Map<String, List<Integer>> members = new TreeMap<>();
    for (int row : rows) {
      String name = Objects.requireNonNullElse(target.band()[row], "");
      members.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
    }
    return members;
  }

  private static Map<String, List<Integer>> fifths(Predicted target, List<Integer> rows) {
    if (rows.size() < FEWEST_TO_SPLIT) {
      return Map.of();
    }
    double[] sorted = rows.stream().mapToDouble(row -> target.predicted()[row]).sorted().toArray();
    Map<Integer, List<Integer>> parts = new TreeMap<>();
    for (int row : rows) {
      int part = 0;
      while (part < FIFTHS - 1
          && target.predicted()[row] > Quantiles.of(sorted, (part + 1.0) / FIFTHS)) {
        part++;
      }
      parts.computeIfAbsent(part, key -> new ArrayList<>()).add(row);
    }
    Map<String, List<Integer>> members = new TreeMap<>();
    for (List<Integer> part : parts.values()) {
      double[] values = part.stream().mapToDouble(row -> target.predicted()[row]).toArray();
      Arrays.sort(values);
      String name = Words.rounded(values[0]) + " to " + Words.rounded(values[values.length - 1]);
      // Two fifths may round to the same name: their members then make one band.
      members
          .computeIfAbsent("forecast " + name + " " + target.unit(), key -> new ArrayList<>())
          .addAll(part);
    }
    return members;
  }
}
