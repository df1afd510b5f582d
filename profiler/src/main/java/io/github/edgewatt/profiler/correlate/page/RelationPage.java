package io.github.edgewatt.profiler.correlate.page;

import io.github.edgewatt.charts.Fonts;
import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Legend;
import io.github.edgewatt.charts.page.Document;
import io.github.edgewatt.charts.page.Html;
import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.profiler.correlate.Findings;
import io.github.edgewatt.profiler.correlate.LeftOut;
import io.github.edgewatt.profiler.correlate.chart.PairCharts;
import io.github.edgewatt.profiler.correlate.rule.Relation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code correlations.html}: the time lines, what goes with them, and what was left out. */
public final class RelationPage {
  private static final int ROWS = 12;
  private static final int CHARTS = 3;
  private static final List<String> HEADERS =
      List.of("Series", "Score", "Follows by, s", "Pearson", "n", "worth", "False share");
  private static final Map<String, String> TITLES =
      Map.of(
          "load_images_per_s", "load, images/s",
          "load_mb_per_s", "load, MB/s",
          "throughput_images_per_s", "throughput, images/s",
          "latency_ms", "latency, mean, ms",
          "latency_p95_ms", "latency, 95th percentile, ms",
          "queue_ms", "queue, mean, ms",
          "cpu_cores", "CPU, cores",
          "watts", "power, W");

  private static final String STYLE =
      "td{overflow-wrap:anywhere}tbody th{overflow-wrap:anywhere;max-width:70ch}"
          + ".trio{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));"
          + "gap:8px 32px}.trio figure{max-width:560px}h3{overflow-wrap:anywhere}\n";

  private final Findings findings;
  private final PairCharts charts;
  private final boolean drawable = Fonts.problem().isEmpty();
  private int drawn;

  private RelationPage(Findings findings) {
    this.findings = findings;
    this.charts = new PairCharts(findings.grid());
  }

  /** The whole page. */
  public static String of(Findings findings, String title) {
    return new RelationPage(findings).page(title);
  }

  private String page(String title) {
    Html html = new Html();
    timeLines(html);
    among(html);
    for (String left : List.of("load_images_per_s", "latency_ms", "cpu_cores", "watts")) {
      if (findings.derived().containsKey(left)) {
        with(html, left);
      }
    }
    leftOut(html);
    method(html);
    return new Document(
            "Edgewatt correlations " + title,
            "Edgewatt · correlations · " + title,
            sentence(),
            STYLE,
            html,
            new Html())
        .html();
  }

  private String sentence() {
    double minutes = findings.grid().points() * findings.grid().stepSeconds() / 60;
    String span =
        "Over "
            + Numbers.significant(minutes, 3)
            + " minutes at "
            + Plain.seconds(findings.grid().stepSeconds());
    String found =
        findings.found() + " of " + findings.relations().size() + " relations are more than chance";
    Optional<Relation> first =
        findings.relations().stream().filter(one -> one.isFound() && one.series() >= 0).findFirst();
    return span
        + ", "
        + found
        + first
            .map(
                one ->
                    "; the strongest: "
                        + Plain.shortened(one.right())
                        + " with "
                        + title(one.left())
                        + ", "
                        + Plain.score(one.score()))
            .orElse("")
        + ".";
  }

  private static String title(String name) {
    return TITLES.getOrDefault(name, name);
  }

  private void timeLines(Html html) {
    html.raw("<section id=\"time\">").element("h2", "The experiment over time, minutes");
    findings.notes().forEach(note -> html.element("p class=\"note\"", note));
    Fonts.problem().ifPresent(problem -> html.element("p class=\"note\"", problem));
    if (drawable) {
      html.raw("<div class=\"pair\">\n");
      findings
          .derived()
          .forEach(
              (name, values) ->
                  html.figure(title(name), charts.timeLine(values, id(), title(name))));
      html.raw("</div>\n");
    }
    html.raw("</section>\n");
  }

  private void among(Html html) {
    List<Relation> own = findings.relations().stream().filter(one -> one.series() < 0).toList();
    html.raw("<section id=\"own\">").element("h2", "Load, latency, CPU and watts among themselves");
    List<String> headers =
        List.of("Series", "with", "Score", "Follows by, s", "Pearson", "n", "worth", "False share");
    html.openTable("Where the second follows by less than 0 s, it leads.", headers, 2);
    for (Relation one : own) {
      List<String> cells = new java.util.ArrayList<>(Plain.cells(one));
      cells.set(0, title(one.left()));
      cells.add(1, title(one.right()));
      html.row(headers, cells, 2);
    }
    html.closeTable().raw("</section>\n");
  }

  private void with(Html html, String left) {
    List<Relation> strongest =
        findings.relations().stream()
            .filter(one -> one.left().equals(left) && one.series() >= 0 && one.isFound())
            .limit(ROWS)
            .toList();
    html.raw("<section id=\"with-" + left + "\">");
    html.element("h2", "What goes with " + title(left));
    if (strongest.isEmpty()) {
      html.element("p class=\"note\"", "No series does so more than chance.").raw("</section>\n");
      return;
    }
    html.openTable("The strongest; all stand in correlations.csv.", HEADERS, 1);
    strongest.forEach(one -> html.row(HEADERS, Plain.cells(one), 1));
    html.closeTable();
    if (drawable) {
      strongest.stream().limit(CHARTS).forEach(one -> pair(html, one));
    }
    html.raw("</section>\n");
  }

  private void pair(Html html, Relation one) {
    double[] left = findings.derived().get(one.left());
    double[] right = findings.drawn().get(one.right());
    if (left == null || right == null) {
      return;
    }
    int lag = (int) Math.round(one.lagSeconds() / findings.grid().stepSeconds());
    html.element("h3", Plain.shortened(one.right()));
    html.raw("<ul class=\"legend\"><li>" + Legend.line(Ink.MEDIAN)).text(title(one.left()));
    html.raw("</li><li>" + Legend.line(Ink.TAIL)).text("the series").raw("</li></ul>");
    html.raw("<div class=\"trio\">\n");
    String words = Plain.shortened(one.right()) + " and " + title(one.left());
    html.figure(
        "both from least to most, over minutes; the series " + Plain.moved(one.lagSeconds()),
        charts.overlay(left, right, lag, id(), words + " over time"));
    html.figure(
        "the series over " + title(one.left()),
        charts.scatter(left, right, lag, id(), words + " against each other"));
    html.raw("</div>\n");
  }

  private void leftOut(Html html) {
    html.raw("<section id=\"left-out\">").element("h2", "What was left out");
    Map<String, Long> reasons =
        findings.leftOut().stream()
            .collect(Collectors.groupingBy(LeftOut::reason, TreeMap::new, Collectors.counting()));
    html.element(
        "p",
        findings.leftOut().size()
            + " of "
            + findings.series()
            + " series were not compared; each stands with its static % and nan % in"
            + " correlations-left-out.csv.");
    List<String> headers = List.of("Reason", "Series", "static % (median)", "nan % (median)");
    html.openTable("", headers, 1);
    reasons.forEach(
        (reason, count) ->
            html.row(
                headers,
                List.of(
                    reason,
                    count.toString(),
                    median(reason, one -> one.screening().staticPercent()),
                    median(reason, one -> one.screening().nanPercent())),
                1));
    html.closeTable().raw("</section>\n");
  }

  private String median(String reason, java.util.function.ToDoubleFunction<LeftOut> figure) {
    double[] sorted =
        findings.leftOut().stream()
            .filter(one -> one.reason().equals(reason))
            .mapToDouble(figure)
            .sorted()
            .toArray();
    return String.format(Locale.ROOT, "%.0f", sorted[sorted.length / 2]);
  }

  private void method(Html html) {
    html.raw("<section id=\"method\">").element("h2", "How to read this");
    html.element(
        "p",
        "Score is Spearman's rank correlation at the lag, within ±"
            + Plain.seconds(findings.mostLagSeconds())
            + ", where it is largest. Counters are rates. Slow series have few independent values:"
            + " “worth” tells how many the n pairs amount to (Bartlett's formula over all lags),"
            + " and the test uses that, not n, and counts the lags tried. False share is"
            + " Benjamini's and Hochberg's: among all relations up to this one, that part may be"
            + " chance; up to 5\u00a0% counts as found.");
    html.element(
        "p",
        "A relation is no cause. CPU and watts are sums of series that stand in their own lists,"
            + " and whatever follows one load curve goes with everything else that does.");
    html.raw("</section>\n");
  }

  private String id() {
    drawn++;
    return "c" + drawn;
  }
}
