package io.github.edgewatt.forecaster.read;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.NodeRow;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.dataset.table.MeasurementTable;
import io.github.edgewatt.dataset.table.SoloTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes folders in DFaaS' format. */
public record Folder(Path root) {
  private static final double NAN = Double.NaN;

  /** A function alone at some rates, {@code repeats} times each: 0.2 % of a core a request. */
  public Folder solo(String folder, String function, int repeats, int... rates) {
    List<String> lines = new ArrayList<>(List.of(SoloTable.headerLine()));
    for (int rate : rates) {
      for (int i = 0; i < repeats; i++) {
        lines.add(
            SoloTable.line(row(MeasurementRow.Kind.SOLO, Map.of(function, rate), 0, 0.01 * i)));
      }
    }
    return write(folder + "/results-2026-11-22_10-00-00-" + function + ".csv", lines);
  }

  /** Mixes of two functions, each once; the node's CPU tells rows apart. */
  public Folder mixes(String folder, String first, String second, int... rates) {
    MeasurementTable table = new MeasurementTable(List.of(first, second));
    List<String> lines = new ArrayList<>(List.of(table.upstreamHeaderLine()));
    for (int rate : rates) {
      Map<String, Integer> asked = Map.of(first, rate, second, 2 * rate);
      MeasurementRow row = row(MeasurementRow.Kind.MIX, asked, 0.6 * rate, 0);
      List<FunctionRow> ordered = new ArrayList<>(row.functions());
      ordered.sort(Comparator.comparing(part -> !part.function().equals(first)));
      lines.add(
          table.upstreamLine(
              new MeasurementRow(
                  "m", row.kind(), 1, row.startedAt(), ordered, row.node(), row.verdict())));
    }
    return write(folder + "/results-2026-11-22_10-00-00-" + first + second + ".csv", lines);
  }

  /** A file with any lines. */
  public Folder write(String name, List<String> lines) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private static MeasurementRow row(
      MeasurementRow.Kind kind, Map<String, Integer> rates, double cpu, double noise) {
    List<FunctionRow> functions = new ArrayList<>();
    rates.forEach(
        (function, rate) ->
            functions.add(
                new FunctionRow(
                    function, rate, 1, 0.2 * rate + noise, 1e6, 2000, 1, false, 5e6, null)));
    NodeRow node = new NodeRow(10, 10 + cpu, 1e9, 1.1e9, 10, 11, 1e6, 2e6, 5, false, null);
    return new MeasurementRow(
        "m",
        kind,
        1,
        Instant.EPOCH,
        functions,
        kind == MeasurementRow.Kind.MIX ? node : blind(),
        Verdict.valid());
  }

  private static NodeRow blind() {
    return new NodeRow(NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, 0, false, null);
  }
}
