package io.github.edgewatt.profiler.report.html;

import io.github.edgewatt.charts.Captioned;
import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Legend;
import io.github.edgewatt.charts.page.Html;
import io.github.edgewatt.profiler.report.chart.RateCharts;
import io.github.edgewatt.profiler.report.chart.StateMarks;
import io.github.edgewatt.profiler.report.figures.Figures;
import io.github.edgewatt.profiler.report.figures.FunctionFigures;
import io.github.edgewatt.profiler.report.figures.State;
import java.util.List;

/** Small multiples over the rate, one column a function. */
final class CurveSection {
  private CurveSection() {}

  static void write(Html html, Figures figures) {
    List<FunctionFigures> measured =
        figures.functions().stream().filter(function -> !function.points().isEmpty()).toList();
    html.raw("<section id=\"curves\">").element("h2", "Each function alone, over its rate");
    if (measured.isEmpty()) {
      html.element("p class=\"note\"", "No function was measured alone.").raw("</section>\n");
      return;
    }
    RateCharts charts = new RateCharts(measured);
    html.element("p class=\"note\"", note(charts, figures));
    legend(html);
    html.raw("<div class=\"columns\">\n");
    for (int i = 0; i < measured.size(); i++) {
      FunctionFigures function = measured.get(i);
      html.raw("<div class=\"column\">").element("h3", function.function());
      for (Captioned chart : charts.of(function, "f" + i)) {
        html.figure(chart.caption(), chart.svg());
      }
      html.raw("</div>\n");
    }
    html.raw("</div></section>\n");
  }

  private static String note(RateCharts charts, Figures figures) {
    List<String> shared = charts.sharedScales();
    String scales =
        shared.isEmpty()
            ? "every function has scales of its own."
            : "on one scale for all functions: " + String.join(", ", shared) + ".";
    String power = "";
    if (!charts.hasPower()) {
      String reason = figures.powerNote().isEmpty() ? "" : ": " + figures.powerNote();
      power = " No power figures" + reason + ".";
    }
    return "Each point is a measurement, the line joins the means; " + scales + power;
  }

  private static void legend(Html html) {
    html.raw("<ul class=\"legend\">");
    for (State state : State.values()) {
      if (state != State.SKIPPED) {
        html.raw("<li>" + Legend.mark(StateMarks.mark(state))).text(state.text()).raw("</li>");
      }
    }
    html.raw("<li>" + Legend.line(Ink.MEDIAN)).text("latency p50").raw("</li>");
    html.raw("<li>" + Legend.line(Ink.TAIL)).text("latency p99").raw("</li></ul>\n");
  }
}
