package io.github.edgewatt.profiler.report.html;

import io.github.edgewatt.profiler.report.chart.Legend;
import io.github.edgewatt.profiler.report.chart.MixCharts;
import io.github.edgewatt.profiler.report.figures.Additivity;
import io.github.edgewatt.profiler.report.figures.Figures;
import io.github.edgewatt.profiler.report.figures.Numbers;
import io.github.edgewatt.profiler.report.figures.State;

/** Mixes against the sum of their parts, and the overload map. */
final class MixSection {
  private MixSection() {}

  static void write(Html html, Figures figures, int cores) {
    html.raw("<section id=\"mixes\">").element("h2", "Functions together");
    if (figures.combinations().isEmpty()) {
      html.element("p class=\"note\"", "No mix was measured.").raw("</section>\n");
      return;
    }
    html.element("p", additivity(figures.additivity()));
    html.raw("<ul class=\"legend\">");
    for (State state : State.values()) {
      html.raw("<li>" + Legend.mark(state)).text(state.text()).raw("</li>");
    }
    html.raw("</ul>\n<div class=\"pair\">");
    html.raw("<div>").element("h3", "Measured CPU against the sum of the parts");
    chart(
        html,
        "CPU of the node over idle, % of one core; on the dashed line a mix costs what its functions cost alone",
        MixCharts.additivity(figures.combinations(), "mix-cpu"));
    html.raw("</div><div>").element("h3", "Overload map");
    String limit = cores > 0 ? "; the line marks 80 %, where a node counts as overloaded" : "";
    chart(
        html,
        "Each combination's configurations by the CPU their functions take alone" + limit,
        MixCharts.overloadMap(figures.combinations(), cores, "mix-map"));
    html.raw("</div></div></section>\n");
  }

  private static void chart(Html html, String caption, String svg) {
    if (svg.isEmpty()) {
      html.element(
          "p class=\"note\"",
          "Nothing to draw: no mix whose functions all have a valid measurement alone.");
    } else {
      html.figure(caption, svg);
    }
  }

  private static String additivity(Additivity additivity) {
    if (additivity.count() == 0) {
      return "No valid mix can be compared with its functions alone.";
    }
    return "Over "
        + Numbers.count(additivity.count(), "valid measurement")
        + " a mix took "
        + percent(additivity.medianRatio())
        + " of the CPU its functions take alone (median; from "
        + percent(additivity.lowestRatio())
        + " to "
        + percent(additivity.highestRatio())
        + ").";
  }

  private static String percent(double ratio) {
    return Numbers.fixed(100 * ratio, 0) + " %";
  }
}
