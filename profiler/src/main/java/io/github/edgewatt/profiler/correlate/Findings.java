package io.github.edgewatt.profiler.correlate;

import io.github.edgewatt.profiler.correlate.rule.Grid;
import io.github.edgewatt.profiler.correlate.rule.Relation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes with what.
 *
 * @param derived load, throughput, latency, queue, CPU and watts on the grid, by name, NaN where
 *     unknown
 * @param drawn values of the series that are drawn, by the relation's {@code right}
 * @param relations all, the strongest first
 * @param leftOut series that were not compared
 * @param series how many the extract has
 * @param mostLagSeconds how far lags were looked at, both ways
 * @param notes what a reader must know, a sentence each
 */
public record Findings(
    Grid grid,
    Map<String, double[]> derived,
    Map<String, double[]> drawn,
    List<Relation> relations,
    List<LeftOut> leftOut,
    int series,
    double mostLagSeconds,
    List<String> notes) {
  public Findings {
    derived = Collections.unmodifiableMap(new LinkedHashMap<>(derived));
    drawn = Map.copyOf(drawn);
    relations = List.copyOf(relations);
    leftOut = List.copyOf(leftOut);
    notes = List.copyOf(notes);
  }

  /** The strongest that are more than chance, with one of the derived series on the left. */
  public List<Relation> strongest(String left, int most) {
    return relations.stream()
        .filter(relation -> relation.left().equals(left) && relation.isFound())
        .limit(most)
        .toList();
  }

  public long found() {
    return relations.stream().filter(Relation::isFound).count();
  }
}
