package io.github.edgewatt.forecaster.read;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Rows of functions measured alone, all on one kind of node.
 *
 * @param node the kind of node; empty where nothing tells
 * @param rows without those that stand twice, every verdict
 */
public record SoloRows(Optional<NodeType> node, List<MeasurementRow> rows) {
  public SoloRows {
    rows = List.copyOf(rows);
  }

  /** The functions with at least one row that is not invalid. */
  public SortedSet<String> functions() {
    return new TreeSet<>(CostProfile.all(rows).keySet());
  }

  /** What the functions cost alone; refused where the kind of node is not known. */
  public Profiles profiles() throws DatasetException {
    NodeType kind =
        node.orElseThrow(
            () ->
                new DatasetException(
                    "nothing tells which kind of node functions were measured alone on: say"
                        + " --solo-node-type LIGHT, MID, HEAVY or NODE<cores>"));
    return new Profiles(kind.cores(), CostProfile.all(rows));
  }
}
