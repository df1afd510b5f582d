package io.github.edgewatt.forecaster.cluster;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sorts solo rows by function: usable samples, and how many were left out. */
final class SampleGathering {
  private final TreeMap<String, List<Sample>> samples = new TreeMap<>();
  private final Map<String, Integer> invalid = new TreeMap<>();
  private final Map<String, Integer> twice = new TreeMap<>();

  /** Takes a row; mixes and rows without load are passed over. */
  void add(MeasurementRow row) {
    if (row.kind() != MeasurementRow.Kind.SOLO || row.functions().get(0).rate() <= 0) {
      return;
    }
    String function = row.functions().get(0).function();
    List<Sample> usable = samples.computeIfAbsent(function, unused -> new ArrayList<>());
    Sample sample = Sample.of(row);
    if (row.verdict().kind() == Verdict.Kind.INVALID) {
      invalid.merge(function, 1, Integer::sum);
    } else if (Double.isFinite(sample.cpuPercent()) && usable.contains(sample)) {
      // Two measurements never agree in every figure: a copy of the file lies somewhere.
      twice.merge(function, 1, Integer::sum);
    } else {
      usable.add(sample);
    }
  }

  /** By name, sorted; each with at least one usable row. */
  List<SoloSamples> functions() {
    return samples.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> new SoloSamples(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** What was left out, one line each. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    samples.forEach(
        (function, usable) -> {
          int bad = invalid.getOrDefault(function, 0);
          if (usable.isEmpty()) {
            notes.add(function + " left out: none of its " + bad + " solo rows is valid");
          } else if (bad > 0) {
            notes.add(function + ": " + bad + " invalid rows left out of " + (bad + usable.size()));
          }
        });
    twice.forEach(
        (function, count) ->
            notes.add(function + ": " + count + " rows that stand twice left out"));
    return notes;
  }
}
