package io.github.edgewatt.profiler.experiment.page;

import io.github.edgewatt.charts.Fonts;
import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Xml;
import io.github.edgewatt.charts.page.Document;
import io.github.edgewatt.charts.page.Html;
import io.github.edgewatt.charts.page.StyleSheet;
import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.profiler.experiment.figures.MeasurementFigures;
import io.github.edgewatt.profiler.experiment.journal.Journal;
import io.github.edgewatt.profiler.report.chart.PerItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The page that compares the measurements of a sweep. */
final class SweepPage {

  /**
   * A measurement and where its own page is.
   *
   * @param name of the combination
   * @param link to its page
   */
  record Row(String name, String link, MeasurementFigures figures) {}

  private SweepPage() {}

  static String of(Journal journal, List<Row> rows) {
    Html html = new Html();
    table(html, rows);
    charts(html, rows);
    StageSection.write(
        html,
        journal,
        journal.stages().stream().filter(entry -> entry.run().isEmpty()).toList(),
        "");
    return new Document(
            "Edgewatt " + journal.head().id(),
            "Edgewatt · experiment " + journal.head().id(),
            sentence(rows),
            StyleSheet.read(SweepPage.class, "experiment.css"),
            html,
            new Html())
        .html();
  }

  private static String sentence(List<Row> rows) {
    long sent = rows.stream().mapToLong(row -> row.figures().feed().sent()).sum();
    long sound = rows.stream().filter(row -> row.figures().faults().isEmpty()).count();
    return "%s of models, resolutions and consumers were fed %,d images; %s."
        .formatted(
            Numbers.count(rows.size(), "combination"),
            sent,
            sound == rows.size() ? "all are valid" : sound + " are valid throughout");
  }

  private static void table(Html html, List<Row> rows) {
    html.raw("<section id=\"result\">").element("h2", "Side by side");
    List<String> headers = new ArrayList<>(ResultSection.HEADERS);
    headers.set(0, "Combination");
    html.openTable("Each links to its own page; the table is also sweep.csv", headers, 1);
    int number = 0;
    for (Row row : rows) {
      List<String> cells = ResultSection.cells(row.name(), row.figures());
      html.raw("<tr><th scope=\"row\">" + ++number + ". <a href=\"" + Xml.escape(row.link()))
          .raw("\">")
          .text(row.name())
          .raw("</a></th>");
      for (int i = 1; i < cells.size(); i++) {
        html.element("td data-label=\"" + headers.get(i) + "\"", cells.get(i));
      }
      html.raw("</tr>\n");
    }
    html.closeTable();
    for (Row row : rows) {
      row.figures()
          .otherResolution()
          .ifPresent(text -> html.element("p class=\"note\"", row.name() + ": " + text));
      row.figures()
          .faults()
          .forEach(fault -> html.element("p class=\"note\"", row.name() + ": " + fault));
    }
    html.raw("</section>\n");
  }

  private static void charts(Html html, List<Row> rows) {
    html.raw("<section id=\"charts\">").element("h2", "As charts");
    if (Fonts.problem().isPresent()) {
      html.element("p class=\"note\"", Fonts.problem().get()).raw("</section>\n");
      return;
    }
    html.raw("<div class=\"pair\">");
    chart(html, rows, "rate", "Images/s of one consumer", MeasurementFigures::perConsumer);
    chart(html, rows, "cpu", "CPU ms per image", MeasurementFigures::cpuMsPerImage);
    chart(html, rows, "p50", "Median latency, ms", figures -> figures.track().p50());
    chart(html, rows, "p99", "99th percentile of the latency, ms", f -> f.track().p99());
    html.raw("</div></section>\n");
  }

  private static void chart(
      Html html,
      List<Row> rows,
      String id,
      String title,
      ToDoubleFunction<MeasurementFigures> value) {
    List<Double> values = rows.stream().map(row -> value.applyAsDouble(row.figures())).toList();
    html.figure(
        title + ", by the table's numbers",
        PerItem.svg(id, title + " of each combination", "combination", values, Ink.MEDIAN));
  }
}
