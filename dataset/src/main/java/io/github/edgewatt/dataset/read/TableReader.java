package io.github.edgewatt.dataset.read;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.table.CsvLine;
import io.github.edgewatt.dataset.table.MeasurementTable;
import io.github.edgewatt.dataset.table.Origin;
import io.github.edgewatt.dataset.table.SoloTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one table of measurements, of ours or of upstream's, whichever its header says. */
final class TableReader {
  /** Most problems told of one file; the rest are only counted. */
  static final int MOST_PROBLEMS = 100;

  private final Path file;
  private final Instant startedAt;
  private final Consumer<Problem> problems;
  private final Map<Configuration, Integer> repeats = new HashMap<>();
  private final List<MeasurementRow> rows = new ArrayList<>();
  private long problemCount;

  TableReader(Path file, Consumer<Problem> problems) {
    this.file = file;
    this.startedAt = FileNames.startOf(file);
    this.problems = problems;
  }

  /** How a line of a table becomes a row. */
  private record Layout(Kind kind, boolean ours, boolean lastCellMayBeCut, RowParser parser) {}

  private interface RowParser {
    MeasurementRow row(List<String> cells, Origin origin);
  }

  /** The file's rows and kind; empty where its header is no table's. */
  Optional<SourceFile> read(FileNames.Run run) throws IOException {
    try (LineReader lines = new LineReader(Files.newInputStream(file))) {
      LineReader.Line header = lines.next();
      Layout layout = header == null ? null : layout(header);
      if (layout == null) {
        problem(1, header == null ? "empty file" : "wrong header: " + shown(header.text()));
        return Optional.empty();
      }
      for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
        read(line, layout);
      }
      if (problemCount > MOST_PROBLEMS) {
        problems.accept(
            new Problem(file, 0, (problemCount - MOST_PROBLEMS) + " more lines cannot be used"));
      }
      return Optional.of(new SourceFile(file, layout.kind(), run.nodeType(), run.manifest(), rows));
    }
  }

  private Layout layout(LineReader.Line line) {
    List<String> header;
    try {
      header = CsvLine.split(line.text());
    } catch (IllegalArgumentException e) {
      return null;
    }
    if (header.equals(SoloTable.HEADER)) {
      return new Layout(Kind.SOLO, false, true, SoloTable::row);
    }
    MeasurementTable table = MeasurementTable.of(header).orElse(null);
    if (table == null) {
      return null;
    }
    if (header.equals(table.upstreamHeader())) {
      // Its last cell is a flag of one digit, so a row that parses is complete without a line end.
      return new Layout(Kind.MIX, false, false, table::upstreamRow);
    }
    Kind kind = FileNames.isDetails(file) ? Kind.SOLO : Kind.MIX;
    return new Layout(kind, true, true, (cells, origin) -> table.row(cells, kind));
  }

  private void read(LineReader.Line line, Layout layout) {
    if (line.tooLong()) {
      problem(line.number(), "longer than " + LineReader.LONGEST + " bytes");
    } else if (line.text().indexOf('\0') >= 0) {
      problem(line.number(), "holds NUL bytes");
    } else if (!line.ended() && layout.ours()) {
      problem(line.number(), "torn last line: resume the run to mend it");
    } else if (!line.text().isBlank()) {
      parse(line, layout);
    }
  }

  private void parse(LineReader.Line line, Layout layout) {
    try {
      String id = file.getFileName() + ":" + line.number();
      rows.add(layout.parser().row(CsvLine.split(line.text()), new Origin(id, startedAt, repeats)));
      if (!line.ended() && layout.lastCellMayBeCut()) {
        problem(line.number(), "no line end: read, but its last figure may be cut");
      }
    } catch (IllegalArgumentException e) {
      problem(line.number(), e.getMessage());
    }
  }

  private void problem(long line, String what) {
    problemCount++;
    if (problemCount <= MOST_PROBLEMS) {
      problems.accept(new Problem(file, line, what));
    }
  }

  private static String shown(String text) {
    String start = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return start.replaceAll("\\p{Cntrl}", "?");
  }
}
