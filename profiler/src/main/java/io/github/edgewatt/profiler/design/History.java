package io.github.edgewatt.profiler.design;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a run has measured and skipped so far, in order. */
public final class History {
  /** Measurements after which a configuration that never gives a usable row is left alone. */
  private static final int INVALID_RETRIES = 1;

  private final List<MeasurementRow> rows = new ArrayList<>();
  private final Map<Key, List<MeasurementRow>> byConfiguration = new LinkedHashMap<>();
  private final Set<Key> skipped = new HashSet<>();
  private final Map<String, String> unavailable = new HashMap<>();
  private final Set<Key> onceOverloaded = new LinkedHashSet<>();
  private final List<Double> elapsed = new ArrayList<>();
  private double spentSeconds;

  private record Key(Kind kind, Configuration configuration) {}

  /**
   * Adds a measurement.
   *
   * @param row what was measured
   * @param elapsedSeconds time the campaign had spent when it was written
   */
  public void measured(MeasurementRow row, double elapsedSeconds) {
    rows.add(row);
    Configuration configuration = row.configuration();
    byConfiguration
        .computeIfAbsent(new Key(row.kind(), configuration), key -> new ArrayList<>())
        .add(row);
    elapsed.add(elapsedSeconds);
    if (row.node().overloaded() && row.verdict().kind() != Verdict.Kind.INVALID) {
      onceOverloaded.add(new Key(row.kind(), configuration));
    }
  }

  /** Adds a configuration that is not measured. */
  public void skipped(Kind kind, Configuration configuration) {
    skipped.add(new Key(kind, configuration));
  }

  /** Notes that a function cannot be deployed: whatever asks for it is skipped with this reason. */
  public void unavailable(String function, String reason) {
    unavailable.put(function, reason);
  }

  /** All measurements, oldest first. */
  public List<MeasurementRow> rows() {
    return Collections.unmodifiableList(rows);
  }

  /** Seconds the campaign had spent when row {@code index} was written; 0 for -1. */
  public double elapsedSecondsAt(int index) {
    return index < 0 ? 0 : elapsed.get(index);
  }

  /** Notes time that went by without a row: it counts in the budget. */
  public void spent(double elapsedSeconds) {
    spentSeconds = elapsedSeconds;
  }

  /** Seconds the campaign has spent, as far as it was told. */
  public double elapsedSeconds() {
    return Math.max(spentSeconds, elapsedSecondsAt(elapsed.size() - 1));
  }

  /** How often a configuration was measured, whatever came out. */
  public int attempts(Kind kind, Configuration configuration) {
    return byConfiguration.getOrDefault(new Key(kind, configuration), List.of()).size();
  }

  /** The measurements of a configuration that serve for something. */
  public List<MeasurementRow> usable(Kind kind, Configuration configuration) {
    return byConfiguration.getOrDefault(new Key(kind, configuration), List.of()).stream()
        .filter(row -> row.verdict().kind() != Verdict.Kind.INVALID)
        .toList();
  }

  /**
   * Whether a configuration has its {@code repeats}: usable rows, or as many attempts as make one
   * more try pointless.
   */
  public boolean complete(Kind kind, Configuration configuration, int repeats) {
    return usable(kind, configuration).size() >= repeats
        || attempts(kind, configuration) >= repeats + INVALID_RETRIES;
  }

  /** Whether more than half of a configuration's usable measurements overloaded the node. */
  public boolean overloaded(Kind kind, Configuration configuration) {
    List<MeasurementRow> usable = usable(kind, configuration);
    long overloads = usable.stream().filter(row -> row.node().overloaded()).count();
    return 2 * overloads > usable.size();
  }

  /** Whether a configuration was written down as skipped. */
  public boolean isSkipped(Kind kind, Configuration configuration) {
    return skipped.contains(new Key(kind, configuration));
  }

  /** Why a configuration cannot be deployed, if one of its functions cannot. */
  public Optional<String> unavailable(Configuration configuration) {
    return configuration.functions().stream()
        .filter(unavailable::containsKey)
        .map(function -> function + " cannot be deployed: " + unavailable.get(function))
        .findFirst();
  }

  /**
   * An overloaded configuration that {@code configuration} asks at least as much as of every
   * function, itself excepted; empty where none is known. Overload grows with every rate, so what
   * dominates an overloaded configuration overloads too.
   */
  public Optional<Configuration> dominatedBy(Configuration configuration) {
    return onceOverloaded.stream()
        .filter(key -> !key.configuration().equals(configuration))
        .filter(key -> configuration.atLeast(key.configuration()))
        .filter(key -> overloaded(key.kind(), key.configuration()))
        .map(Key::configuration)
        .findFirst();
  }
}
