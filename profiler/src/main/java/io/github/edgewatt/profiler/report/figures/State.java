package io.github.edgewatt.profiler.report.figures;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;

/** What became of a configuration, as the report marks it. */
public enum State {
  VALID("valid"),
  OVERLOADED("valid, overloaded"),
  OVERLOAD_ONLY("overload-only"),
  INVALID("invalid"),
  SKIPPED("skipped");

  private final String text;

  State(String text) {
    this.text = text;
  }

  /** The words for legends and tables. */
  public String text() {
    return text;
  }

  /** Whether an overload of the node was seen in a row that may say so. */
  public boolean isOverload() {
    return this == OVERLOADED || this == OVERLOAD_ONLY;
  }

  /** The state of a measured row. */
  public static State of(MeasurementRow row) {
    return switch (row.verdict().kind()) {
      case INVALID -> INVALID;
      case OVERLOAD_ONLY -> OVERLOAD_ONLY;
      case VALID -> isOverloaded(row) ? OVERLOADED : VALID;
    };
  }

  private static boolean isOverloaded(MeasurementRow row) {
    return row.node().overloaded() || row.functions().stream().anyMatch(FunctionRow::overloaded);
  }
}
