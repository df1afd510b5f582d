package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.NodeRow;
import io.github.edgewatt.dataset.table.MeasurementTable;
import io.github.edgewatt.dataset.table.SoloTable;
import io.github.edgewatt.forecaster.model.train.SyntheticMixes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Made-up measurements in DFaaS' folders, and the commands that learn from them. */
final class Mixes {
  final Path root;
  final SyntheticMixes made = new SyntheticMixes(1, 3);
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private int file;

  Mixes(Path root) {
    this.root = root;
  }

  /** All functions alone. */
  Mixes solo() throws IOException {
    TreeMap<String, List<String>> lines = new TreeMap<>();
    for (MeasurementRow row : made.solo(2)) {
      lines
          .computeIfAbsent(
              row.functions().get(0).function(),
              unused -> new ArrayList<>(List.of(SoloTable.headerLine())))
          .add(SoloTable.line(row));
    }
    Files.createDirectories(root.resolve("solo"));
    for (String function : lines.keySet()) {
      Files.write(
          root.resolve("solo/results-2026-11-22_10-00-00-" + function + ".csv"),
          lines.get(function));
    }
    return this;
  }

  /** Rows of one combination in a folder of its own name. */
  Mixes write(String folder, List<MeasurementRow> rows) throws IOException {
    List<String> functions = rows.get(0).functions().stream().map(FunctionRow::function).toList();
    MeasurementTable table = new MeasurementTable(functions);
    List<String> lines = new ArrayList<>(List.of(table.upstreamHeaderLine()));
    rows.forEach(row -> lines.add(table.upstreamLine(row)));
    Files.createDirectories(root.resolve(folder));
    Files.write(
        root.resolve(folder + "/results-2026-11-22_10-00-0" + file++ + "-0-30s.csv"), lines);
    return this;
  }

  /** Two combinations on HEAVY and two on MID. */
  Mixes campaign(String folder, int configurations) throws IOException {
    write(
        folder + "/HEAVY",
        made.mixes(SyntheticMixes.HEAVY, configurations, 2, "ant", "bee", "cat"));
    write(folder + "/HEAVY", made.mixes(SyntheticMixes.HEAVY, configurations, 2, "bee", "dog"));
    write(folder + "/MID", made.mixes(SyntheticMixes.MID, configurations, 2, "ant", "bee", "cat"));
    return write(folder + "/MID", made.mixes(SyntheticMixes.MID, configurations, 2, "bee", "dog"));
  }

  /** Rows with another node's figures. */
  static List<MeasurementRow> changed(List<MeasurementRow> rows, UnaryOperator<NodeRow> change) {
    return rows.stream()
        .map(
            row ->
                new MeasurementRow(
                    row.id(),
                    row.kind(),
                    row.repeat(),
                    row.startedAt(),
                    row.functions(),
                    change.apply(row.node()),
                    row.verdict()))
        .toList();
  }

  /** Runs a command line; words starting with {@code @} are files of the folder. */
  int run(String... words) {
    out = new StringWriter();
    err = new StringWriter();
    String[] paths = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      paths[i] =
          words[i].startsWith("@") ? root.resolve(words[i].substring(1)).toString() : words[i];
    }
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), paths);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
