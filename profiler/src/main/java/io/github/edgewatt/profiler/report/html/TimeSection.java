package io.github.edgewatt.profiler.report.html;

import io.github.edgewatt.charts.page.Html;
import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.profiler.report.chart.TimeLine;
import io.github.edgewatt.profiler.report.figures.Figures;
import io.github.edgewatt.profiler.report.figures.State;
import io.github.edgewatt.profiler.report.figures.Summary;
import io.github.edgewatt.profiler.report.figures.TimeBar;
import java.util.List;

/** The time line, then the rows that were rejected or warned about, then what was skipped. */
final class TimeSection {
  private static final int MOST_LISTED = 60;
  private static final List<String> HEADERS = List.of("Row", "Configuration", "Verdict", "Reasons");

  private TimeSection() {}

  static void write(Html html, Figures figures) {
    html.raw("<section id=\"time\">").element("h2", "In the order of time");
    if (figures.timeLine().isEmpty()) {
      html.element("p class=\"note\"", "Nothing was measured.");
    } else {
      html.figure(
          "Each bar is a measurement, the thin grey one before it the rest; × invalid, △"
              + " overload-only, ▲ overloaded",
          TimeLine.of(figures.timeLine(), "timeline"));
      remarks(html, figures.timeLine());
    }
    skipped(html, figures.summary());
    html.raw("</section>\n");
  }

  private static void remarks(Html html, List<TimeBar> bars) {
    List<TimeBar> remarked = bars.stream().filter(bar -> !bar.reasons().isEmpty()).toList();
    if (remarked.isEmpty()) {
      html.element("p", "No row was rejected or warned about.");
      return;
    }
    html.openTable("Rows rejected or warned about", HEADERS, HEADERS.size());
    for (TimeBar bar : remarked.subList(0, Math.min(MOST_LISTED, remarked.size()))) {
      html.row(
          HEADERS,
          List.of(bar.id(), bar.label(), verdict(bar.state()), bar.reasons()),
          HEADERS.size());
    }
    html.closeTable();
    more(html, remarked.size(), "row");
  }

  private static String verdict(State state) {
    return state == State.VALID || state == State.OVERLOADED ? "valid, warned" : state.text();
  }

  private static void skipped(Html html, Summary summary) {
    if (summary.skipped() == 0) {
      return;
    }
    html.element("h3", Numbers.count(summary.skipped(), "configuration") + " skipped");
    html.raw("<ul>");
    List<Summary.SkipReason> reasons = summary.skipReasons();
    for (Summary.SkipReason reason : reasons.subList(0, Math.min(MOST_LISTED, reasons.size()))) {
      html.element("li", reason.count() + " × " + reason.reason());
    }
    html.raw("</ul>\n");
    more(html, reasons.size(), "reason");
  }

  private static void more(Html html, int count, String noun) {
    if (count > MOST_LISTED) {
      html.element(
          "p class=\"note\"",
          "and " + Numbers.count(count - MOST_LISTED, "more " + noun) + " in the run's files");
    }
  }
}
