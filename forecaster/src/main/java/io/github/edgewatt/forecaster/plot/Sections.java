package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Fonts;
import io.github.edgewatt.charts.page.Document;
import io.github.edgewatt.charts.page.Html;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts tables and figures into a page, and keeps the figures for files of their own. */
final class Sections {
  private final String title;
  private final String eyebrow;
  private final String headline;
  private final Html html = new Html();
  private final Names names = new Names();
  private final List<Figure> figures = new ArrayList<>();
  private final Optional<String> noCharts = Fonts.problem();

  Sections(String title, String what, String headline) {
    this.title = title;
    this.eyebrow = "Edgewatt · " + what;
    this.headline = headline;
    noCharts.ifPresent(this::note);
  }

  /** Without fonts nothing can be drawn. */
  boolean canDraw() {
    return noCharts.isEmpty();
  }

  String name(String kind, String... words) {
    return names.of(kind, words);
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  void open(String id, String title) {
    html.raw("<section id=\"" + id + "\">").element("h2", title);
  }

  void close() {
    html.raw("</section>\n");
  }

  void note(String text) {
    html.element("p class=\"note\"", text);
  }

  void tables(List<TextTable> tables) {
    for (TextTable table : tables) {
      html.openTable(table.caption(), table.headers(), table.textColumns());
      table.rows().forEach(row -> html.row(table.headers(), row, table.textColumns()));
      html.closeTable();
    }
  }

  /** Figures beside each other where there is room. */
  void row(String title, List<Figure> row) {
    html.element("h3", title).raw("<div class=\"pair\">");
    add(row);
    html.raw("</div>\n");
  }

  /** Small figures, one column a title. */
  void columns(Map<String, List<Figure>> columns) {
    html.raw("<div class=\"columns\">\n");
    columns.forEach(
        (title, column) -> {
          html.raw("<div class=\"column\">").element("h3", title);
          add(column);
          html.raw("</div>\n");
        });
    html.raw("</div>\n");
  }

  private void add(List<Figure> more) {
    more.forEach(figure -> html.figure(figure.caption(), figure.svg()));
    figures.addAll(more);
  }

  /** The whole document. */
  String html() {
    return new Document("Edgewatt " + title, eyebrow, headline, "", html, new Html()).html();
  }

  /** Writes the document and a file a figure. */
  void writeTo(Path folder, String file) throws IOException {
    PageFolder.write(folder, file, html(), figures);
  }
}
