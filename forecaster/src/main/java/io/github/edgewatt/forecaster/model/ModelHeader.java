package io.github.edgewatt.forecaster.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a model comes from and what it is worth.
 *
 * @param tool name and version of what made it
 * @param trainedAt when
 * @param seed of everything random in training
 * @param dataHash SHA-256 of the measurements, hexadecimal
 * @param rows measurements it was trained on
 * @param configurations configurations they belong to
 * @param combinations the functions trained together, by kind of node: {@code HEAVY curl+env+nmap}
 * @param scores figures of cross-validation by name, such as {@code cpu.r2}
 * @param notes what was left out, and how learners were chosen; a line each
 */
public record ModelHeader(
    String tool,
    Instant trainedAt,
    long seed,
    String dataHash,
    int rows,
    int configurations,
    List<String> combinations,
    Map<String, Double> scores,
    List<String> notes) {
  public ModelHeader {
    combinations = List.copyOf(combinations);
    scores = Collections.unmodifiableMap(new TreeMap<>(scores));
    notes = List.copyOf(notes);
  }

  /** The same with further notes behind the others. */
  public ModelHeader withNotes(List<String> further) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(further);
    return new ModelHeader(
        tool, trainedAt, seed, dataHash, rows, configurations, combinations, scores, all);
  }
}
