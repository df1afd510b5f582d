package io.github.edgewatt.profiler.report;

import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.profiler.report.figures.Figures;
import io.github.edgewatt.profiler.report.figures.FunctionFigures;
import io.github.edgewatt.profiler.report.figures.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table at the end of a run: plain text, at most 100 columns, units in the header. */
public final class CostTable {
  private static final int WIDTH = 100;
  private static final int LONGEST_NAME = 22;
  private static final String GAP = "  ";
  private static final List<String> HEADERS =
      List.of(
          "function",
          "CPU ms/req",
          "RAM MB",
          "J/req",
          "safe up to",
          "p50 ms",
          "p99 ms",
          "at /s",
          "group");

  private CostTable() {}

  /**
   * The table, what is absent and why, and the count of rows; without a line's end each.
   *
   * @param groups the groups of functions that are in one
   */
  public static List<String> lines(Figures figures, Map<String, String> groups) {
    List<List<String>> table = new ArrayList<>();
    table.add(HEADERS);
    figures.functions().forEach(function -> table.add(cells(function, groups)));
    int[] widths = new int[HEADERS.size()];
    for (List<String> row : table) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    if (!figures.functions().isEmpty()) {
      table.forEach(row -> lines.add(line(row, widths)));
    }
    for (FunctionFigures function : figures.functions()) {
      if (!function.absence().isEmpty()) {
        wrap(lines, shorten(function.function()) + " has no costs: " + function.absence());
      }
    }
    String energy = energy(figures);
    if (!energy.isEmpty()) {
      wrap(lines, energy);
    }
    wrap(lines, summary(figures.summary()));
    return lines;
  }

  private static List<String> cells(FunctionFigures function, Map<String, String> groups) {
    return List.of(
        shorten(function.function()),
        Numbers.withInterval(function.cpuMillisPerRequest()),
        Numbers.significant(function.memoryMegabytes().mean(), 3),
        Numbers.withInterval(function.joulesPerRequest()),
        function.safe().text(),
        Numbers.significant(function.latencyP50Millis(), 2),
        Numbers.significant(function.latencyP99Millis(), 2),
        function.atRate().isPresent() ? "" + function.atRate().getAsInt() : Numbers.ABSENT,
        groups.getOrDefault(function.function(), Numbers.ABSENT));
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder(cells.get(0));
    line.append(" ".repeat(widths[0] - cells.get(0).length()));
    for (int i = 1; i < widths.length; i++) {
      line.append(GAP).append(" ".repeat(widths[i] - cells.get(i).length())).append(cells.get(i));
    }
    return line.toString();
  }

  private static String energy(Figures figures) {
    boolean estimate =
        figures.functions().stream().anyMatch(f -> f.powerSource().equals("estimate"));
    boolean absent =
        figures.functions().stream()
            .anyMatch(f -> f.absence().isEmpty() && !f.joulesPerRequest().isPresent());
    String reason = figures.powerNote().isEmpty() ? "" : ": " + figures.powerNote();
    return estimate ? "J/req estimated" + reason : absent ? "J/req absent" + reason : "";
  }

  /**
   * {@code 24 rows: 22 valid, 1 overload-only, 1 invalid (why); 12 configurations skipped (why)}.
   */
  private static String summary(Summary summary) {
    StringBuilder text = new StringBuilder(Numbers.count(summary.measurements(), "row"));
    text.append(": ").append(summary.valid()).append(" valid");
    if (summary.overloadOnly() > 0) {
      text.append(", ").append(summary.overloadOnly()).append(" overload-only");
    }
    if (summary.invalid() > 0) {
      text.append(", ").append(summary.invalid()).append(" invalid");
    }
    if (!summary.rejections().isEmpty()) {
      text.append(" (").append(first(summary.rejections())).append(')');
    }
    if (summary.skipped() > 0) {
      text.append("; ").append(Numbers.count(summary.skipped(), "configuration"));
      List<String> reasons =
          summary.skipReasons().stream().map(Summary.SkipReason::reason).toList();
      text.append(" skipped (").append(first(reasons)).append(')');
    }
    return text.toString();
  }

  private static String first(List<String> reasons) {
    String first = reasons.get(0);
    return reasons.size() == 1 ? first : first + " and " + (reasons.size() - 1) + " more";
  }

  private static String shorten(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  /** Breaks at spaces; a word longer than a line keeps its own. */
  private static void wrap(List<String> lines, String text) {
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH && line.length() > 0) {
        lines.add(line.toString());
        line.setLength(0);
        line.append("   ");
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
  }
}
