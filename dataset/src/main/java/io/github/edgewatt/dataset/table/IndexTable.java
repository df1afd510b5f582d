package io.github.edgewatt.dataset.table;

import io.github.edgewatt.dataset.MeasurementRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Every measurement of a run in one table, separated by semicolons: upstream's five columns with
 * lists and truth values as Python writes them, then ours.
 */
public final class IndexTable {
  private static final List<String> HEADER =
      List.of(
          "functions",
          "rates",
          "overloaded",
          "overload_predicted",
          "results_file",
          "measurement_id",
          "kind",
          "repeat",
          "verdict",
          "reasons",
          "started_at");

  private IndexTable() {}

  public static String headerLine() {
    return Text.semicolonLine(HEADER);
  }

  /**
   * A row as a line, without line end. Only measured configurations stand here, so {@code
   * overload_predicted} is always false.
   *
   * @param resultsFile the file the row stands in, relative to the run's folder
   */
  public static String line(MeasurementRow row, String resultsFile) {
    String functions =
        row.functions().stream()
            .map(part -> "'" + part.function() + "'")
            .collect(Collectors.joining(", ", "[", "]"));
    return Text.semicolonLine(
        List.of(
            functions,
            row.configuration().rates().toString(),
            row.node().overloaded() ? "True" : "False",
            "False",
            resultsFile,
            row.id(),
            row.kind().name().toLowerCase(Locale.ROOT),
            Integer.toString(row.repeat()),
            row.verdict().kind().text(),
            Text.phrases(row.verdict().reasons()),
            row.startedAt().toString()));
  }
}
