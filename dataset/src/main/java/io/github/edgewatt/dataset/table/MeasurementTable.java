package io.github.edgewatt.dataset.table;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.NodeRow;
import io.github.edgewatt.dataset.Verdict;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The wide table of one combination: upstream's columns first (nine a function in combination
 * order, ten of the node), then ours. Mixes stand in it, and in {@code solo/details-…} functions
 * alone.
 */
public final class MeasurementTable {
  private static final String FIRST = "function_";

  private static final List<String> OURS =
      List.of("measurement_id", "repeat", "started_at", "verdict", "verdict_reasons");

  private final List<String> functions;
  private final List<String> upstreamHeader;
  private final List<String> firstHeader;
  private final List<String> header;

  /**
   * @param functions names in combination order
   */
  public MeasurementTable(List<String> functions) {
    this.functions = List.copyOf(functions);
    List<String> columns = new ArrayList<>();
    functions.forEach(function -> columns.addAll(FunctionColumns.upstream(function)));
    columns.addAll(NodeColumns.UPSTREAM);
    upstreamHeader = List.copyOf(columns);
    columns.addAll(OURS);
    functions.forEach(function -> columns.addAll(FunctionColumns.detail(function)));
    columns.addAll(NodeColumns.DETAIL);
    firstHeader = List.copyOf(columns);
    functions.forEach(function -> columns.addAll(FunctionColumns.added(function)));
    columns.addAll(NodeColumns.ADDED);
    header = List.copyOf(columns);
  }

  /** The table whose first columns these are; empty where no table starts like this. */
  public static Optional<MeasurementTable> of(List<String> header) {
    List<String> functions = new ArrayList<>();
    int width = FunctionColumns.upstream("").size();
    for (int i = 0; i < header.size() && header.get(i).startsWith(FIRST); i += width) {
      functions.add(header.get(i).substring(FIRST.length()));
    }
    if (functions.isEmpty() || functions.stream().distinct().count() < functions.size()) {
      return Optional.empty();
    }
    MeasurementTable table = new MeasurementTable(functions);
    return List.of(table.header, table.firstHeader, table.upstreamHeader).contains(header)
        ? Optional.of(table)
        : Optional.empty();
  }

  public List<String> functions() {
    return functions;
  }

  /** Upstream's columns alone. */
  public List<String> upstreamHeader() {
    return upstreamHeader;
  }

  /** Upstream's columns, then ours. */
  public List<String> header() {
    return header;
  }

  public String headerLine() {
    return Text.commaLine(header);
  }

  public String upstreamHeaderLine() {
    return Text.commaLine(upstreamHeader);
  }

  /** A row as a line, without line end. */
  public String line(MeasurementRow row) {
    List<String> cells = upstreamCells(row);
    cells.add(row.id());
    cells.add(Integer.toString(row.repeat()));
    cells.add(row.startedAt().toString());
    cells.add(row.verdict().kind().text());
    cells.add(Text.phrases(row.verdict().reasons()));
    row.functions().forEach(part -> cells.addAll(FunctionColumns.detail(part.detail())));
    cells.addAll(NodeColumns.detail(row.node().detail()));
    row.functions().forEach(part -> cells.addAll(FunctionColumns.added(part.detail())));
    cells.addAll(NodeColumns.added(row.node().detail()));
    return Text.commaLine(cells);
  }

  /** A row as a line of upstream's columns alone. */
  public String upstreamLine(MeasurementRow row) {
    return Text.commaLine(upstreamCells(row));
  }

  private List<String> upstreamCells(MeasurementRow row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < functions.size(); i++) {
      FunctionRow part = row.functions().get(i);
      if (row.functions().size() != functions.size() || !part.function().equals(functions.get(i))) {
        throw new IllegalArgumentException(
            "row of " + row.configuration() + " in a table of " + functions);
      }
      cells.addAll(FunctionColumns.upstream(part));
    }
    cells.addAll(NodeColumns.upstream(row.node()));
    return cells;
  }

  /**
   * A line of our columns, of this or of the first version, as a row.
   *
   * @throws IllegalArgumentException when a cell does not hold what it should, naming the column
   */
  public MeasurementRow row(List<String> line, MeasurementRow.Kind kind) {
    boolean complete = line.size() != firstHeader.size();
    Cells cells = new Cells(complete ? header : firstHeader, line);
    List<FunctionRow> parts = functionParts(cells);
    NodeRow node = NodeColumns.upstream(cells);
    String id = cells.nextWords();
    int repeat = cells.nextRate();
    Instant startedAt = instant(cells.nextWords());
    Verdict.Kind verdict = Verdict.Kind.parse(cells.nextWords());
    List<String> reasons = cells.nextPhrases();
    parts.replaceAll(part -> FunctionColumns.with(part, FunctionColumns.detail(cells)));
    node = NodeColumns.with(node, NodeColumns.detail(cells));
    if (complete) {
      parts.replaceAll(
          part -> FunctionColumns.with(part, FunctionColumns.withAdded(part.detail(), cells)));
      node = NodeColumns.with(node, NodeColumns.withAdded(node.detail(), cells));
    }
    return new MeasurementRow(
        id, kind, repeat, startedAt, parts, node, new Verdict(verdict, reasons));
  }

  /**
   * A line of upstream's columns as a row: details absent (NaN, counts -1), verdict valid.
   *
   * @throws IllegalArgumentException when a cell does not hold what it should, naming the column
   */
  public MeasurementRow upstreamRow(List<String> line, Origin origin) {
    Cells cells = new Cells(upstreamHeader, line);
    List<FunctionRow> parts = functionParts(cells);
    return origin.row(MeasurementRow.Kind.MIX, parts, NodeColumns.upstream(cells));
  }

  private List<FunctionRow> functionParts(Cells cells) {
    List<FunctionRow> parts = new ArrayList<>();
    functions.forEach(function -> parts.add(FunctionColumns.upstream(cells, function)));
    return parts;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("column started_at: '" + text + "' is not a time", e);
    }
  }
}
