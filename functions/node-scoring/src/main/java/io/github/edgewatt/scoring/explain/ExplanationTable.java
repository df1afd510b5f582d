package io.github.edgewatt.scoring.explain;

import io.github.edgewatt.scoring.score.NodeScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** An explanation as a table of 100 columns: figures to the right, reasons in words at the end. */
public final class ExplanationTable {
  private static final int WIDTH = 100;
  private static final int LEAST_WHY = 24;
  private static final String GAP = "   ";
  private static final String NONE = "–";

  private ExplanationTable() {}

  private record Column(String header, Function<NodeScore, String> cell) {}

  private static final List<Column> FIGURES =
      List.of(
          new Column("CPU before → after", ExplanationTable::cpu),
          new Column("ambient", one -> number("%.0f °C", one.ambientCelsius())),
          new Column("watts before → after", ExplanationTable::watts),
          new Column("ΔW", one -> number("%.2f", one.deltaWatts())));
  private static final Column FPGA = new Column("fpga", one -> number("%.0f", one.fpga()));
  private static final Column SCORE = new Column("score", one -> number("%.1f", one.score()));

  /** The table, with a line feed after each line. */
  public static String of(Explanation explanation) {
    List<Explanation.Line> lines = explanation.ranked();
    List<Column> columns = new ArrayList<>(FIGURES);
    if (lines.stream().anyMatch(line -> !Double.isNaN(line.score().fpga()))) {
      columns.add(FPGA);
    }
    columns.add(SCORE);
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(Column::header).toList());
    lines.forEach(
        line -> rows.add(columns.stream().map(one -> one.cell().apply(line.score())).toList()));
    int names = lines.stream().mapToInt(line -> line.score().node().length()).max().orElse(0);
    int[] widths = new int[columns.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder table = new StringBuilder();
    row(table, padded("node", Math.max(4, names)), rows.get(0), widths, "why");
    for (int i = 0; i < lines.size(); i++) {
      String name = padded(lines.get(i).score().node(), Math.max(4, names));
      row(table, name, rows.get(i + 1), widths, why(lines.get(i)));
    }
    return table.toString();
  }

  private static void row(
      StringBuilder table, String name, List<String> cells, int[] widths, String why) {
    StringBuilder line = new StringBuilder(name);
    for (int i = 0; i < widths.length; i++) {
      line.append(GAP).append(" ".repeat(widths[i] - cells.get(i).length())).append(cells.get(i));
    }
    String indent = " ".repeat(line.length());
    for (String part : wrapped(why, Math.max(LEAST_WHY, WIDTH - line.length() - GAP.length()))) {
      table.append((line + GAP + part).stripTrailing()).append('\n');
      line = new StringBuilder(indent);
    }
  }

  private static String why(Explanation.Line line) {
    NodeScore score = line.score();
    List<String> parts = new ArrayList<>();
    line.rejected().ifPresent(reason -> parts.add("refused: " + reason));
    if (score.fallback() && score.reasons().isEmpty()) {
      parts.add("straight line");
    }
    parts.addAll(score.reasons());
    String text = String.join("; ", parts);
    return score.neutral() ? "neutral: " + text : text;
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String cpu(NodeScore one) {
    if (!(one.cores() > 0) || Double.isNaN(one.coresBefore()) || Double.isNaN(one.coresAfter())) {
      return NONE;
    }
    double before = 100 * one.coresBefore() / one.cores();
    double after = 100 * one.coresAfter() / one.cores();
    return String.format(Locale.ROOT, "%.0f %% → %.0f %%", before, after);
  }

  private static String watts(NodeScore one) {
    return Double.isNaN(one.wattsBefore()) || Double.isNaN(one.wattsAfter())
        ? NONE
        : String.format(Locale.ROOT, "%.1f → %.1f", one.wattsBefore(), one.wattsAfter());
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, format, value);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
