package io.github.edgewatt.forecaster.cluster;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Groups for models of group rates, made from the solo rows they are trained beside. */
public final class TrainingGroups {
  /** As many as upstream has. */
  private static final int GROUPS = 3;

  private TrainingGroups() {}

  /**
   * Three groups by upstream's vectors; by marginal costs where the rate grids differ.
   *
   * @param rows of functions alone; invalid ones are left out
   * @return group name to functions
   * @throws DatasetException where these functions cannot be grouped, such as a single one
   */
  public static Map<String, List<String>> of(Collection<MeasurementRow> rows, long seed)
      throws DatasetException {
    SampleGathering gathering = new SampleGathering();
    rows.forEach(gathering::add);
    SoloInput input = new SoloInput(gathering.functions(), List.of(), "", List.of());
    OptionalInt k = OptionalInt.of(Math.max(2, Math.min(GROUPS, input.functions().size())));
    GroupModel model;
    try {
      model = Grouping.of(input, Embedding.Kind.UPSTREAM, k, seed, "").model();
    } catch (DatasetException e) {
      model = Grouping.of(input, Embedding.Kind.MARGINAL, k, seed, "").model();
    }
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (Group group : model.groups()) {
      groups.put(group.name(), model.members(group));
    }
    return groups;
  }
}
