package io.github.edgewatt.profiler.report.html;

import io.github.edgewatt.charts.page.Html;
import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.profiler.report.figures.Figures;
import io.github.edgewatt.profiler.report.figures.FunctionFigures;
import java.util.List;

/** The cost table: one row a function. */
final class CostSection {
  private static final List<String> HEADERS =
      List.of(
          "Function",
          "CPU, ms/request",
          "Memory, MB",
          "Energy, J/request",
          "Safe up to",
          "p50, ms",
          "p99, ms",
          "at, requests/s",
          "Repeats");

  private CostSection() {}

  static void write(Html html, Figures figures) {
    html.raw("<section id=\"costs\">").element("h2", "What a request costs");
    if (figures.functions().isEmpty()) {
      html.element("p class=\"note\"", "No function was measured.").raw("</section>\n");
      return;
    }
    html.openTable(
        "Each function alone at one rate: the highest safe one that was repeated, else the highest"
            + " safe one. ± is half the 95 % confidence interval over the repeats.",
        HEADERS, 1);
    figures.functions().forEach(function -> html.row(HEADERS, cells(function), 1));
    html.closeTable();
    html.element(
        "p class=\"note\"",
        "Safe up to: the highest rate measured valid with no overload at or below it; > means no"
            + " overload was seen. MB are 10⁶ bytes; latency counts from the intended send time.");
    for (FunctionFigures function : figures.functions()) {
      if (!function.absence().isEmpty()) {
        html.element(
            "p class=\"note\"", function.function() + " has no costs: " + function.absence() + ".");
      }
    }
    String energy = energyNote(figures);
    if (!energy.isEmpty()) {
      html.element("p class=\"note\"", energy);
    }
    html.raw("</section>\n");
  }

  private static List<String> cells(FunctionFigures function) {
    return List.of(
        function.function(),
        Numbers.withInterval(function.cpuMillisPerRequest()),
        Numbers.significant(function.memoryMegabytes().mean(), 3),
        Numbers.withInterval(function.joulesPerRequest()),
        function.safe().text(),
        Numbers.significant(function.latencyP50Millis(), 2),
        Numbers.significant(function.latencyP99Millis(), 2),
        function.atRate().isPresent() ? function.atRate().getAsInt() + "" : Numbers.ABSENT,
        function.cpuMillisPerRequest().count() + "");
  }

  /** Why energy is absent or that it is an estimate; empty where it was measured throughout. */
  static String energyNote(Figures figures) {
    boolean absent = figures.functions().stream().anyMatch(f -> !f.joulesPerRequest().isPresent());
    boolean estimate =
        figures.functions().stream().anyMatch(f -> f.powerSource().equals("estimate"));
    String reason = figures.powerNote().isEmpty() ? "" : ": " + figures.powerNote();
    if (estimate) {
      return "Energy is an estimate, not a measurement" + reason + ".";
    }
    return absent ? "Energy is absent where a dash stands" + reason + "." : "";
  }
}
