package io.github.edgewatt.forecaster.read;

import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.forecaster.feature.LeftOut;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was read.
 *
 * @param observations mixes, and functions alone where figures of the node stand beside
 * @param solo functions alone, on one kind of node; without rows where none was found
 * @param sha256 hash of the files' contents, whatever their names and order
 * @param notes what was decided on the way, one line each
 */
public record Measurements(
    Observations observations, SoloRows solo, String sha256, List<String> notes) {
  public Measurements {
    notes = List.copyOf(notes);
  }

  /**
   * This without observations that load a function that is not in {@code functions}: nothing tells
   * what it costs alone. How many went is added to what was left out.
   */
  public Measurements knowing(Set<String> functions) {
    List<Observation> known =
        observations.where(observation -> functions.containsAll(observation.rates().keySet()));
    TreeSet<String> unknown = new TreeSet<>();
    int rows = 0;
    for (Observation observation : observations.all()) {
      TreeSet<String> missing = new TreeSet<>(observation.rates().keySet());
      missing.removeAll(functions);
      unknown.addAll(missing);
      rows += missing.isEmpty() ? 0 : observation.repeats().size();
    }
    if (rows == 0) {
      return this;
    }
    List<LeftOut> leftOut = new ArrayList<>(observations.leftOut());
    String names = String.join(", ", unknown);
    leftOut.add(new LeftOut(rows, "rows with a function never measured alone (" + names + ")"));
    return new Measurements(new Observations(known, leftOut), solo, sha256, notes);
  }

  /** What a user wants to know of it: what there is, what was decided, what was left out. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    String alone =
        Numbers.count(solo.functions().size(), "function")
            + " alone"
            + solo.node().map(node -> " on " + node.name()).orElse("");
    lines.add("data      " + (observations.all().isEmpty() ? "" : together() + "; ") + alone);
    notes.forEach(note -> lines.add("          " + note));
    observations.leftOut().forEach(leftOut -> lines.add("left out  " + leftOut));
    return lines;
  }

  private String together() {
    int rows = observations.all().stream().mapToInt(o -> o.repeats().size()).sum();
    TreeSet<NodeType> nodes = new TreeSet<>();
    observations.all().forEach(observation -> nodes.add(observation.node()));
    return String.format(
        Locale.ROOT,
        "%,d rows of %,d configurations on %s",
        rows,
        observations.all().size(),
        String.join(", ", nodes.stream().map(NodeType::name).toList()));
  }
}
