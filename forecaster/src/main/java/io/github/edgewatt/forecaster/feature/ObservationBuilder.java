package io.github.edgewatt.forecaster.feature;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.dataset.read.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers rows file by file into {@link Observations}; the files need not stay in memory. */
public final class ObservationBuilder {
  private final Optional<NodeType> unlabelled;
  private final Map<Key, List<Repeat>> repeats = new LinkedHashMap<>();
  private final RowIdentity identity = new RowIdentity();
  private final Map<String, Integer> leftOut = new LinkedHashMap<>();
  private final Map<SortedSet<String>, SortedSet<String>> combinations = new HashMap<>();

  /**
   * @param unlabelled the kind of node of files that do not say
   */
  public ObservationBuilder(Optional<NodeType> unlabelled) {
    this.unlabelled = unlabelled;
  }

  /** Takes the usable rows of {@code file}. */
  public void add(SourceFile file) {
    Optional<NodeType> node = Observations.nodeOf(file).or(() -> unlabelled);
    for (MeasurementRow row : file.rows()) {
      boolean figures = !Double.isNaN(row.node().cpuPercent());
      if (figures || row.kind() == MeasurementRow.Kind.MIX) {
        add(row, figures, node);
      }
    }
  }

  private void add(MeasurementRow row, boolean figures, Optional<NodeType> node) {
    if (row.verdict().kind() == Verdict.Kind.INVALID) {
      leaveOut(1, "rows with an invalid verdict");
    } else if (!figures) {
      leaveOut(1, "rows without figures of the node");
    } else if (node.isEmpty()) {
      leaveOut(1, "rows of an unknown kind of node (name it: --node-type)");
    } else if (!identity.isNew(row, node.get().name())) {
      leaveOut(1, "rows that stand twice");
    } else {
      repeats
          .computeIfAbsent(key(node.get(), row), unused -> new ArrayList<>(3))
          .add(Repeat.of(row));
    }
  }

  /** Notes that something was not used, and why. */
  public void leaveOut(int count, String reason) {
    if (count > 0) {
      leftOut.merge(reason, count, Integer::sum);
    }
  }

  /** All that was gathered so far. */
  public Observations build() {
    List<Observation> all = new ArrayList<>();
    repeats.forEach(
        (key, rows) -> all.add(new Observation(key.node, key.kind, key.deployed, key.rates, rows)));
    return new Observations(
        all, leftOut.entrySet().stream().map(e -> new LeftOut(e.getValue(), e.getKey())).toList());
  }

  private Key key(NodeType node, MeasurementRow row) {
    TreeSet<String> deployed = new TreeSet<>();
    TreeMap<String, Double> rates = new TreeMap<>();
    for (FunctionRow function : row.functions()) {
      deployed.add(function.function());
      if (function.rate() > 0) {
        rates.put(function.function(), (double) function.rate());
      }
    }
    // Combinations are few: each is kept once.
    SortedSet<String> shared = combinations.computeIfAbsent(deployed, same -> same);
    return new Key(node, row.kind(), shared, rates);
  }

  private record Key(
      NodeType node,
      MeasurementRow.Kind kind,
      SortedSet<String> deployed,
      SortedMap<String, Double> rates) {}
}
