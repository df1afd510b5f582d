package io.github.edgewatt.dataset.run;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.Durations;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.table.IndexTable;
import io.github.edgewatt.dataset.table.MeasurementTable;
import io.github.edgewatt.dataset.table.SkippedTable;
import io.github.edgewatt.dataset.table.SoloTable;
import java.util.List;
import java.util.regex.Pattern;

/** Which lines of which tables an event of the journal becomes. */
final class Projection {
  static final String INDEX = "index.csv";
  static final String SOLO = "solo";

  private final RunPlan plan;
  private final String timestamp;

  Projection(RunManifest manifest) {
    plan = manifest.plan();
    timestamp = manifest.timestamp();
  }

  /**
   * The lines of an event, none for one that stands in no table.
   *
   * @throws IllegalArgumentException for functions that the plan does not name in this order
   */
  List<TableLine> lines(JournalEntry entry) {
    if (entry instanceof JournalEntry.Measured measured) {
      return measured.row().kind() == MeasurementRow.Kind.SOLO
          ? solo(measured.row())
          : mix(measured.row());
    }
    if (entry instanceof JournalEntry.Skipped skipped) {
      return List.of(skipped(skipped.configuration(), skipped.reason()));
    }
    return List.of();
  }

  /** Whether a file of this name, relative to the run's folder, is one of the run's tables. */
  boolean owns(String name) {
    String bare = name.startsWith(SOLO + "/") ? name.substring(SOLO.length() + 1) : name;
    return name.equals(INDEX)
        || bare.matches("(results|details|skipped)-" + Pattern.quote(timestamp) + "-.*\\.csv");
  }

  private List<TableLine> solo(MeasurementRow row) {
    List<String> functions = row.configuration().functions();
    if (functions.size() != 1) {
      throw new IllegalArgumentException(row.id() + " is solo but measures " + functions);
    }
    plan.combinationNumber(functions);
    String end = timestamp + "-" + functions.get(0) + ".csv";
    String results = SOLO + "/results-" + end;
    MeasurementTable table = new MeasurementTable(functions);
    return List.of(
        new TableLine(results, SoloTable.headerLine(), SoloTable.line(row)),
        new TableLine(SOLO + "/details-" + end, table.headerLine(), table.line(row)),
        new TableLine(INDEX, IndexTable.headerLine(), IndexTable.line(row, results)));
  }

  private List<TableLine> mix(MeasurementRow row) {
    List<String> functions = row.configuration().functions();
    if (functions.size() != plan.combine()) {
      throw new IllegalArgumentException(
          row.id() + " measures " + functions + ", not a combination of " + plan.combine());
    }
    String results = "results-" + combination(functions);
    MeasurementTable table = new MeasurementTable(functions);
    return List.of(
        new TableLine(results, table.headerLine(), table.line(row)),
        new TableLine(INDEX, IndexTable.headerLine(), IndexTable.line(row, results)));
  }

  private TableLine skipped(Configuration configuration, String reason) {
    List<String> functions = configuration.functions();
    String file;
    if (functions.size() == 1) {
      plan.combinationNumber(functions);
      file = SOLO + "/skipped-" + timestamp + "-" + functions.get(0) + ".csv";
    } else if (functions.size() == plan.combine()) {
      file = "skipped-" + combination(functions);
    } else {
      throw new IllegalArgumentException(
          "skipped " + configuration + " is no combination of " + plan.combine());
    }
    return new TableLine(
        file, SkippedTable.headerLine(functions), SkippedTable.line(configuration, reason));
  }

  private String combination(List<String> functions) {
    return timestamp
        + "-"
        + plan.combinationNumber(functions)
        + "-"
        + Durations.format(plan.duration())
        + ".csv";
  }
}
