package io.github.edgewatt.dataset.table;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import java.util.List;

/** Upstream's solo profile: one function, eight columns and no more, nothing of the node. */
public final class SoloTable {
  public static final List<String> HEADER =
      List.of(
          "name",
          "rate",
          "success_rate",
          "cpu_usage",
          "ram_usage",
          "power_usage",
          "overloaded",
          "medium_latency");

  private SoloTable() {}

  public static String headerLine() {
    return Text.commaLine(HEADER);
  }

  /** A row of one function as a line, without line end. */
  public static String line(MeasurementRow row) {
    if (row.functions().size() != 1) {
      throw new IllegalArgumentException("row of " + row.configuration() + " in a solo table");
    }
    FunctionRow part = row.functions().get(0);
    return Text.commaLine(
        List.of(
            part.function(),
            Integer.toString(part.rate()),
            Text.decimal3(part.successRate()),
            Text.decimal3(part.cpuPercent()),
            Text.decimal3(part.ramBytes()),
            Text.decimal3(part.powerMicrowatts()),
            Text.flag(part.overloaded()),
            Text.whole(part.meanLatencyNanos())));
  }

  /**
   * A line as a row: node, replicas and details absent (NaN, counts -1), verdict valid.
   *
   * @throws IllegalArgumentException when a cell does not hold what it should, naming the column
   */
  public static MeasurementRow row(List<String> line, Origin origin) {
    Cells cells = new Cells(HEADER, line);
    String name = cells.nextWords();
    if (name.isBlank()) {
      throw new IllegalArgumentException("column name: empty");
    }
    int rate = cells.nextRate();
    double success = cells.nextShare();
    double cpu = cells.nextFigure();
    double ram = cells.nextFigure();
    double power = cells.nextFigure();
    boolean overloaded = cells.nextFlag();
    double latency = cells.nextFigure();
    FunctionRow part =
        new FunctionRow(
            name, rate, success, cpu, ram, power, -1, overloaded, latency, Absent.FUNCTION_DETAIL);
    return origin.row(MeasurementRow.Kind.SOLO, List.of(part), Absent.node(overloaded));
  }
}
