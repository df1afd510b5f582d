package io.github.edgewatt.forecaster.feature;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.dataset.read.Dataset;
import io.github.edgewatt.dataset.read.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The rows of datasets as observations: repeats joined, unusable rows left out and counted.
 *
 * @param all the observations, in the order their first rows were read
 * @param leftOut what was not used, and why
 */
public record Observations(List<Observation> all, List<LeftOut> leftOut) {
  public Observations {
    all = List.copyOf(all);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Joins the rows of {@code datasets}.
   *
   * <p>Left out are rows with an invalid verdict, rows without figures of the node (upstream's solo
   * tables have none), rows of a node whose kind is not known, and rows that stand twice with the
   * same figures. Repeats that contradict each other stay: their spread is the noise.
   *
   * @param unlabelled the kind of node of files that do not say
   */
  public static Observations of(Collection<Dataset> datasets, Optional<NodeType> unlabelled) {
    Gathering gathering = new Gathering(unlabelled);
    for (Dataset dataset : datasets) {
      gathering.count(dataset.problems().size(), "unreadable lines or files");
      dataset.files().forEach(gathering::add);
    }
    return gathering.result();
  }

  /** The kind of node a file was measured on; empty where nothing tells. */
  public static Optional<NodeType> nodeOf(SourceFile file) {
    if (file.manifest().isPresent()) {
      return Optional.of(NodeType.ofCores(file.manifest().get().machine().cores()));
    }
    return file.nodeType().flatMap(NodeType::named);
  }

  /** Those that {@code wanted} likes. */
  public List<Observation> where(Predicate<Observation> wanted) {
    return all.stream().filter(wanted).toList();
  }

  private static final class Gathering {
    private final Optional<NodeType> unlabelled;
    private final Map<Key, List<Repeat>> repeats = new LinkedHashMap<>();
    private final Set<Object> seen = new HashSet<>();
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();

    Gathering(Optional<NodeType> unlabelled) {
      this.unlabelled = unlabelled;
    }

    void add(SourceFile file) {
      Optional<NodeType> node = nodeOf(file).or(() -> unlabelled);
      for (MeasurementRow row : file.rows()) {
        Optional<String> fault = fault(row, node);
        if (fault.isPresent()) {
          count(1, fault.get());
        } else {
          Key key = Key.of(node.orElseThrow(), row);
          repeats.computeIfAbsent(key, unused -> new ArrayList<>()).add(Repeat.of(row));
        }
      }
    }

    private Optional<String> fault(MeasurementRow row, Optional<NodeType> node) {
      if (row.verdict().kind() == Verdict.Kind.INVALID) {
        return Optional.of("rows with an invalid verdict");
      }
      if (Double.isNaN(row.node().cpuPercent())) {
        return Optional.of("rows without figures of the node");
      }
      if (node.isEmpty()) {
        return Optional.of("rows of an unknown kind of node");
      }
      return seen.add(identity(row, node.get()))
          ? Optional.empty()
          : Optional.of("rows that stand twice");
    }

    /** All that upstream's columns hold: two measurements never agree in all of it. */
    private static Object identity(MeasurementRow row, NodeType node) {
      List<Object> figures = new ArrayList<>();
      for (FunctionRow function : row.functions()) {
        figures.add(List.of(function.function(), function.rate(), function.successRate()));
        figures.add(List.of(function.cpuPercent(), function.ramBytes()));
        figures.add(function.meanLatencyNanos());
      }
      figures.add(List.of(row.node().cpuPercent(), row.node().ramBytes(), node.name()));
      figures.add(List.of(row.node().powerMicrowatts(), row.node().cpuIdlePercent()));
      return figures.hashCode() * 0x1_0000_0000L + figures.toString().hashCode();
    }

    void count(int count, String reason) {
      if (count > 0) {
        leftOut.merge(reason, count, Integer::sum);
      }
    }

    Observations result() {
      List<Observation> all = new ArrayList<>();
      repeats.forEach(
          (key, rows) ->
              all.add(new Observation(key.node, key.kind, key.deployed, key.rates, rows)));
      return new Observations(
          all,
          leftOut.entrySet().stream().map(e -> new LeftOut(e.getValue(), e.getKey())).toList());
    }
  }

  private record Key(
      NodeType node,
      MeasurementRow.Kind kind,
      SortedSet<String> deployed,
      SortedMap<String, Double> rates) {

    static Key of(NodeType node, MeasurementRow row) {
      TreeSet<String> deployed = new TreeSet<>();
      TreeMap<String, Double> rates = new TreeMap<>();
      for (FunctionRow function : row.functions()) {
        deployed.add(function.function());
        if (function.rate() > 0) {
          rates.put(function.function(), (double) function.rate());
        }
      }
      return new Key(node, row.kind(), deployed, rates);
    }
  }
}
