package io.github.edgewatt.profiler.report.html;

import io.github.edgewatt.charts.Captioned;
import io.github.edgewatt.charts.Legend;
import io.github.edgewatt.charts.page.Html;
import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.profiler.report.chart.MixCharts;
import io.github.edgewatt.profiler.report.chart.RateMap;
import io.github.edgewatt.profiler.report.chart.StateMarks;
import io.github.edgewatt.profiler.report.figures.Additivity;
import io.github.edgewatt.profiler.report.figures.Combination;
import io.github.edgewatt.profiler.report.figures.Figures;
import io.github.edgewatt.profiler.report.figures.State;
import java.util.List;

/** Mixes against the sum of their parts, and the overload map. */
final class MixSection {
  /** The page must stay readable when a grid measures every combination. */
  private static final int MOST_RATE_MAPS = 20;

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
      html.raw("<li>" + Legend.mark(StateMarks.mark(state))).text(state.text()).raw("</li>");
    }
    html.raw("</ul>\n<div class=\"pair\">");
    html.raw("<div>").element("h3", "Measured CPU against the sum of the parts");
    chart(
        html,
        "CPU of the node over idle, % of one core; on the dashed line a mix costs what its functions cost alone",
        MixCharts.additivity(figures.combinations(), "mix-cpu"));
    html.raw("</div><div>").element("h3", "Overload map");
    String limit = cores > 0 ? "; the line marks 80\u00a0%, where a node counts as overloaded" : "";
    chart(
        html,
        "Each combination's configurations by the CPU their functions take alone" + limit,
        MixCharts.overloadMap(figures.combinations(), cores, "mix-map"));
    html.raw("</div></div>\n");
    rateMaps(html, figures.combinations());
    html.raw("</section>\n");
  }

  private static void rateMaps(Html html, List<Combination> combinations) {
    int shown = 0;
    for (int i = 0; i < combinations.size() && shown < MOST_RATE_MAPS; i++) {
      List<Captioned> charts = RateMap.of(combinations.get(i), "map" + i);
      if (!charts.isEmpty()) {
        shown++;
        String functions = String.join(" + ", combinations.get(i).functions());
        html.element("h3", "Overload map of " + functions + ", by rate");
        html.raw("<div class=\"columns\">");
        charts.forEach(chart -> html.figure(chart.caption(), chart.svg()));
        html.raw("</div>\n");
      }
    }
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
    return Numbers.fixed(100 * ratio, 0) + "\u00a0%";
  }
}
