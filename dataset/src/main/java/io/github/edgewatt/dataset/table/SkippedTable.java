package io.github.edgewatt.dataset.table;

import io.github.edgewatt.dataset.Configuration;
import java.util.ArrayList;
import java.util.List;

/** Configurations that were not measured, with the reason: one complete row each. */
public final class SkippedTable {
  private SkippedTable() {}

  public static String headerLine(List<String> functions) {
    List<String> columns = new ArrayList<>();
    for (String function : functions) {
      columns.add("function_" + function);
      columns.add("rate_function_" + function);
    }
    columns.add("reason");
    return Text.commaLine(columns);
  }

  /** A skipped configuration as a line, without line end. */
  public static String line(Configuration configuration, String reason) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < configuration.functions().size(); i++) {
      cells.add(configuration.functions().get(i));
      cells.add(configuration.rates().get(i).toString());
    }
    cells.add(Text.words(reason));
    return Text.commaLine(cells);
  }
}
