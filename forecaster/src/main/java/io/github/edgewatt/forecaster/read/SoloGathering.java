package io.github.edgewatt.forecaster.read;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.read.SourceFile;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Observations;
import io.github.edgewatt.forecaster.feature.RowIdentity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Chooses among solo rows of several kinds of nodes: a profile is of one kind. */
final class SoloGathering {
  private static final String UNKNOWN = "an unknown kind of node";

  private final List<SourceFile> files = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void add(SourceFile file) {
    files.add(file);
  }

  /** What was decided, one line each. */
  List<String> notes() {
    return notes;
  }

  /**
   * The rows of the kind of node with most functions, then most cores.
   *
   * @param said the kind of node of files that do not tell, as the user says
   * @param largest the largest kind of node in the data
   */
  SoloRows choose(Optional<NodeType> said, Optional<NodeType> largest) {
    Map<Optional<NodeType>, List<MeasurementRow>> kinds =
        new TreeMap<>(
            Comparator.comparing(
                (Optional<NodeType> node) -> node.orElse(null),
                Comparator.nullsFirst(Comparator.naturalOrder())));
    RowIdentity identity = new RowIdentity();
    boolean guessed = false;
    for (SourceFile file : files) {
      Optional<NodeType> told = Observations.nodeOf(file).or(() -> said);
      guessed |= told.isEmpty() && largest.isPresent();
      Optional<NodeType> node = told.or(() -> largest);
      String name = node.map(NodeType::name).orElse("");
      List<MeasurementRow> rows = kinds.computeIfAbsent(node, unused -> new ArrayList<>());
      file.rows().stream().filter(row -> identity.isNew(row, name)).forEach(rows::add);
    }
    if (guessed) {
      notes.add(
          "solo rows that do not tell their kind of node are taken as measured on "
              + largest.orElseThrow().name()
              + ", the largest in the data (--solo-node-type)");
    }
    return choose(kinds);
  }

  private SoloRows choose(Map<Optional<NodeType>, List<MeasurementRow>> kinds) {
    List<SoloRows> choices = new ArrayList<>();
    kinds.forEach((node, rows) -> choices.add(new SoloRows(node, rows)));
    choices.removeIf(choice -> choice.functions().isEmpty());
    if (choices.isEmpty()) {
      return new SoloRows(Optional.empty(), List.of());
    }
    // Sorted by cores: the last of those with most functions has most cores.
    SoloRows best = choices.get(0);
    for (SoloRows choice : choices) {
      best = choice.functions().size() >= best.functions().size() ? choice : best;
    }
    if (choices.size() > 1) {
      List<String> all = choices.stream().map(SoloGathering::text).toList();
      notes.add(
          "solo rows on several kinds of nodes (%s): those of %s are used"
              .formatted(String.join(", ", all), name(best)));
    }
    return best;
  }

  private static String text(SoloRows choice) {
    return name(choice) + " " + choice.functions().size();
  }

  private static String name(SoloRows choice) {
    return choice.node().map(NodeType::name).orElse(UNKNOWN);
  }
}
