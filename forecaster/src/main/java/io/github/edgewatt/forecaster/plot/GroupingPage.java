package io.github.edgewatt.forecaster.plot;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How functions fall into groups, on one page that opens without network.
 *
 * @param title what was grouped, for tab and eyebrow
 * @param headline the result in one sentence
 * @param tables groups and their members, above the charts
 * @param variance of principal components; an empty array where none were taken
 * @param silhouettes over k; empty arrays where k was given
 * @param maps of functions
 * @param curves what functions cost, one column a function
 */
public record GroupingPage(
    String title,
    String headline,
    List<TextTable> tables,
    ExplainedVariance variance,
    Silhouettes silhouettes,
    List<FunctionMap> maps,
    List<CostCurve> curves) {
  /** The page's file in the folder of {@link #writeTo}. */
  public static final String FILE = "groups.html";

  /** Copies. */
  public GroupingPage {
    requireNonNull(title, "title is null");
    requireNonNull(headline, "headline is null");
    requireNonNull(variance, "variance is null");
    requireNonNull(silhouettes, "silhouettes is null");
    tables = List.copyOf(tables);
    maps = List.copyOf(maps);
    curves = List.copyOf(curves);
  }

  /** The document, to be written as UTF-8. */
  public String html() {
    return sections().html();
  }

  /** The charts in the order of the page; none where this Java has no fonts. */
  public List<Figure> figures() {
    return sections().figures();
  }

  /** Writes {@value #FILE} and a file a chart into {@code folder}, which is made if need be. */
  public void writeTo(Path folder) throws IOException {
    sections().writeTo(folder, FILE);
  }

  private Sections sections() {
    Sections sections = new Sections(title, "groups of " + title, headline);
    if (!tables.isEmpty()) {
      sections.open("groups", "Groups");
      sections.tables(tables);
      sections.close();
    }
    if (!sections.canDraw()) {
      return sections;
    }
    sections.open("map", "Functions and their neighbours");
    List<Figure> row = new ArrayList<>();
    maps.forEach(map -> row.add(MapChart.of(map, sections.name("map", map.xAxis()))));
    sections.row("Map of functions", row);
    sections.row(
        "How many groups, in how many dimensions",
        List.of(
            SilhouetteChart.of(silhouettes, sections.name("silhouette")),
            VarianceChart.of(variance, sections.name("variance"))));
    sections.close();
    curves(sections);
    return sections;
  }

  private void curves(Sections sections) {
    List<String> groups = maps.isEmpty() ? List.of() : maps.get(0).groups();
    CurveCharts charts = new CurveCharts(curves, groups);
    Map<String, List<Figure>> columns = new LinkedHashMap<>();
    for (CostCurve curve : curves) {
      String name = sections.name("curve", curve.function(), curve.metric());
      columns
          .computeIfAbsent(curve.function() + " · " + curve.group(), key -> new ArrayList<>())
          .add(charts.of(curve, name));
    }
    sections.open("curves", "What functions cost alone, over their rate");
    List<String> shared = charts.sharedScales();
    sections.note(
        shared.isEmpty()
            ? "Every function has scales of its own."
            : "On one scale for all functions: " + String.join(", ", shared) + ".");
    sections.columns(columns);
    sections.close();
  }
}
