package io.github.edgewatt.forecaster.profile;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The rows of one function alone at one rate, none of them invalid. */
record SoloRepeats(List<MeasurementRow> rows) {
  SoloRepeats {
    rows = List.copyOf(rows);
  }

  /** By function, then by rate, the solo rows under load that are not invalid. */
  static TreeMap<String, TreeMap<Integer, SoloRepeats>> byFunction(
      Collection<MeasurementRow> rows) {
    TreeMap<String, TreeMap<Integer, List<MeasurementRow>>> gathered = new TreeMap<>();
    for (MeasurementRow row : rows) {
      FunctionRow part = row.functions().get(0);
      if (row.kind() == MeasurementRow.Kind.SOLO
          && row.verdict().kind() != Verdict.Kind.INVALID
          && part.rate() > 0) {
        gathered
            .computeIfAbsent(part.function(), unused -> new TreeMap<>())
            .computeIfAbsent(part.rate(), unused -> new ArrayList<>())
            .add(row);
      }
    }
    TreeMap<String, TreeMap<Integer, SoloRepeats>> functions = new TreeMap<>();
    gathered.forEach(
        (function, byRate) -> {
          TreeMap<Integer, SoloRepeats> repeats = new TreeMap<>();
          byRate.forEach((rate, list) -> repeats.put(rate, new SoloRepeats(list)));
          functions.put(function, repeats);
        });
    return functions;
  }

  /** Those whose costs count. */
  SoloRepeats valid() {
    return new SoloRepeats(rows.stream().filter(row -> row.verdict().isValid()).toList());
  }

  /** Those whose costs count and are not bent by saturation. */
  SoloRepeats sound() {
    return new SoloRepeats(valid().rows.stream().filter(row -> !row.node().overloaded()).toList());
  }

  List<FunctionRow> parts() {
    return rows.stream().map(row -> row.functions().get(0)).toList();
  }

  /** The mean of a figure over the repeats that have it; NaN where none has. */
  double mean(ToDoubleFunction<FunctionRow> figure) {
    return parts().stream()
        .mapToDouble(figure)
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  /** The share of the repeats in which the node was overloaded, 0 to 1. */
  double overloadedShare() {
    return rows.stream().mapToDouble(row -> row.node().overloaded() ? 1 : 0).average().orElse(0);
  }
}
